import { msOfInstant } from '../../shared/model/period.ts';
import { wrapText } from '../../shared/reports/table-wrap.ts';
import { systemNow } from '../backend/clock.ts';
import { type ControlPort, openControlPort } from '../backend/demo/control-port.ts';
import { FAULT_KINDS } from '../backend/demo/faults.ts';
import { startSimulatedAccount } from '../backend/demo/simulated-account.ts';
import { createWorld } from '../backend/demo/world/create-world.ts';
import { STORY_ACCOUNTS } from '../backend/demo/world/organization.ts';
import { noPositionals, optionalText, PORT_OPTION, portOf, usageError } from './arguments.ts';
import type { Command, CommandRun, OptionValues } from './command.ts';
import { EXIT } from './exit-code.ts';
import { untilAborted } from './until-aborted.ts';

/** What can be switched over the control port. */
const CONTROL_HELP = `
--control opens a second port on 127.0.0.1 where faults are switched, and prints its address and
token. POST a fault as JSON, GET lists those that are on, DELETE clears them (?operation= of one):
  curl -H "authorization: Bearer $ASSAY_CONTROL_TOKEN" $ASSAY_CONTROL_URL \\
    -d '{"operation":"bedrock:ListGuardrails","kind":"throttle","region":"us-east-1","forMs":30000}'
operation is service:Operation, service:* or *. region and accountId say where (everywhere without).
after lets so many calls pass, times and forMs (milliseconds) end it, rate (0.1 is one call in ten)
draws from a stream of seed. kind is one of
${Object.entries(FAULT_KINDS)
  .map(([kind, text]) => `  ${kind.padEnd(10)}${wrapText(text, 88).join(`\n${' '.repeat(12)}`)}`)
  .join('\n')}`;

/** Starts the simulated account alone, for the AWS CLI and other tools, until Ctrl-C. */
export const demo: Command = {
  usage: 'demo',
  details:
    'Starts the simulated account on 127.0.0.1 and prints its endpoint and a key pair as shell exports to paste into another terminal. It answers over the real AWS wire protocols. Requests are listed on stderr.\n' +
    CONTROL_HELP,
  options: {
    port: PORT_OPTION,
    now: {
      type: 'string',
      value: 'INSTANT',
      help: 'when its world ends, as in 2026-11-20T12:00:00Z (default: now)',
    },
    accounts: {
      type: 'string',
      value: 'N',
      help: `${STORY_ACCOUNTS} to 500 accounts (default: ${STORY_ACCOUNTS})`,
    },
    events: {
      type: 'string',
      value: 'N',
      help: 'traffic of about N model calls (default: some 58,000); a million\ntake about 20 seconds to make and some 300 bytes each in memory',
    },
    control: {
      type: 'boolean',
      help: 'open a second port on 127.0.0.1 to switch faults',
    },
  },
  async run({ host, values, positionals }: CommandRun) {
    noPositionals(positionals);
    const world = createWorld({
      now: worldNow(values),
      accounts: worldAccounts(values),
      ...worldEvents(values),
    });
    const account = await startSimulatedAccount({
      world,
      port: portOf(values),
      log: ({ operation, region, status }) => {
        host.err.write(`${status} ${operation}${region === null ? '' : ` ${region}`}\n`);
      },
    });
    const control = values.control === true ? await openControlPort(account.faults, account) : null;
    try {
      host.out(controlExports(control));
      host.out(`export AWS_ENDPOINT_URL=${account.endpoint}\n`);
      host.out(`export AWS_ACCESS_KEY_ID=${world.rootKey.accessKeyId}\n`);
      host.out(`export AWS_SECRET_ACCESS_KEY=${world.rootKey.secretAccessKey}\n`);
      // The AWS CLI and boto3 know the second name only, the newer SDKs the first.
      host.out(`export AWS_REGION=${world.logBucket.region}\n`);
      host.out(`export AWS_DEFAULT_REGION=${world.logBucket.region}\n`);
      const calls = world.invocations.length.toLocaleString('en');
      host.err.write(
        `The simulated account is ready: ${calls} model calls in ${world.accounts.length} accounts. Ctrl-C ends it.\n`,
      );
      await untilAborted(host.signal);
    } finally {
      await control?.close();
      await account.close();
    }
    return EXIT.ok;
  },
};

function controlExports(control: ControlPort | null): string {
  if (control === null) return '';
  return `export ASSAY_CONTROL_URL=${control.url}\nexport ASSAY_CONTROL_TOKEN=${control.token}\n`;
}

function worldNow(values: OptionValues): string {
  const text = optionalText(values, 'now');
  if (text === null) return systemNow();
  if (Number.isNaN(msOfInstant(text))) {
    throw usageError(`--now is an instant like 2026-11-20T12:00:00Z, not '${text}'.`);
  }
  return text;
}

/** More than this would take minutes to make and is no organisation to show. */
const MOST_ACCOUNTS = 500;

function worldAccounts(values: OptionValues): number {
  const text = optionalText(values, 'accounts') ?? String(STORY_ACCOUNTS);
  const count = Number(text);
  if (/^\d{1,3}$/.test(text) && count >= STORY_ACCOUNTS && count <= MOST_ACCOUNTS) return count;
  throw usageError(
    `--accounts is a number from ${STORY_ACCOUNTS} to ${MOST_ACCOUNTS}, not '${text}'.`,
  );
}

/** More than this would need more memory than most computers have. */
const MOST_EVENTS = 10_000_000;

function worldEvents(values: OptionValues): { readonly events?: number } {
  const text = optionalText(values, 'events');
  if (text === null) return {};
  const events = Number(text);
  if (/^\d{1,8}$/.test(text) && events >= 1 && events <= MOST_EVENTS) return { events };
  throw usageError(`--events is a number from 1 to ${MOST_EVENTS}, not '${text}'.`);
}
