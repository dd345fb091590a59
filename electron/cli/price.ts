import { unwrap } from '../../shared/api/result.ts';
import { createQuoter, type UsageQuote } from '../../shared/cost/quote-usage.ts';
import { dayOf } from '../../shared/model/period.ts';
import type { UsageRecord } from '../../shared/prices/usage-record.ts';
import { systemNow } from '../backend/clock.ts';
import { choice, noPositionals, optionalText, usageError } from './arguments.ts';
import { type BundledBook, bundledBook } from './bundled-book.ts';
import type { CliHost, Command, CommandRun, OptionValues } from './command.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { withBackend, workspaceOf } from './session.ts';
import { type UsageLine, usageLines } from './usage-lines.ts';

/** Lines that are priced at once; memory holds no more. */
const GROUP = 2_000;

/** Prices rows of usage, one answer for each line. */
export const price: Command = {
  usage: 'price --usage FILE',
  details:
    'Prices usage: newline-delimited JSON, one row a line,\n{"modelId","region","unit","quantity","tier"?,"scope"?,"context"?,"day"?}\n(docs/prices.md lists the units; modelId in any spelling). One line is answered for each, in their\norder: priced, unpriced with the reason, or invalid with what is wrong; then the exit code is 1.\nPrices are those of the workspace, or the bundled table alone where there is none.',
  options: {
    usage: { type: 'string', value: 'FILE', help: 'the rows; - is standard input' },
    format: { type: 'string', value: 'json', help: 'json: one object a line' },
  },
  async run({ host, global, values, positionals }: CommandRun) {
    noPositionals(positionals);
    const file = usageFile(values);
    choice(values, 'format', ['json']);
    const bundled = bundledBook(host, global);
    if (bundled !== null) return priceLines(host, file, bundledQuotes(host, bundled));
    const session = { workspace: workspaceOf(host, global), readOnly: true };
    return withBackend(host, session, ({ call }) =>
      priceLines(host, file, async (rows) =>
        unwrap(await call('prices.quote', { rows: [...rows] })),
      ),
    );
  },
};

type Quotes = (rows: readonly UsageRecord[]) => Promise<readonly UsageQuote[]>;

function usageFile(values: OptionValues): string {
  const file = optionalText(values, 'usage');
  if (file === null || file === '') throw usageError('--usage FILE is missing.');
  return file;
}

/** Prices of the table that comes with Assay, where there is no workspace. */
function bundledQuotes({ err }: CliHost, { prices, lookup }: BundledBook): Quotes {
  err.write('There is no workspace: usage is priced by the bundled table alone.\n');
  const quote = createQuoter({ prices, lookup, today: dayOf(systemNow()) });
  return async (rows) => rows.map(quote);
}

async function priceLines(host: CliHost, file: string, quotes: Quotes): Promise<ExitCode> {
  let invalid = 0;
  for await (const group of usageLines(file, GROUP)) {
    const records = group.flatMap((line) => (line.valid ? [line.record] : []));
    const quoted = await quotes(records);
    host.out(answersOf(group, quoted));
    await host.drained?.();
    invalid += group.length - records.length;
    host.signal.throwIfAborted();
  }
  if (invalid === 0) return EXIT.ok;
  host.err.write(`${invalid} of the lines could not be read; each is answered as invalid.\n`);
  return EXIT.findings;
}

function answersOf(group: readonly UsageLine[], quoted: readonly UsageQuote[]): string {
  const quotes = quoted[Symbol.iterator]();
  const answers = group.map((line) =>
    line.valid ? quotes.next().value : { status: 'invalid', line: line.line, reason: line.reason },
  );
  return answers.map((answer) => `${JSON.stringify(answer)}\n`).join('');
}
