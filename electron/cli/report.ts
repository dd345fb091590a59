import type { WorkspaceInfo } from '../../shared/api/answers.ts';
import { type Call, type Input, inputs } from '../../shared/api/contract.ts';
import { unwrap } from '../../shared/api/result.ts';
import { unfinishedText } from '../../shared/api/scan-words.ts';
import { groupings, spendGrouping } from '../../shared/api/spend-schemas.ts';
import { AppError } from '../../shared/model/app-error.ts';
import { isMonth } from '../../shared/model/period.ts';
import { printable } from '../../shared/model/printable.ts';
import { REPORTS } from '../../shared/reports/index.ts';
import { billedMonths } from '../backend/terminal/billed-months.ts';
import { nothingRead } from '../backend/terminal/nothing-read.ts';
import { onlyPositional, optionalText, usageError } from './arguments.ts';
import type { Command, CommandRun, OptionValues } from './command.ts';
import { DELIVERY_OPTIONS, deliver, deliveryOf } from './delivery.ts';
import { insteadOfUsage } from './empty-report.ts';
import { EXIT } from './exit-code.ts';
import { withBackend, workspaceOf } from './session.ts';

/** Prints one report of one month. */
export const report: Command = {
  usage: 'report <id> --month YYYY-MM [--by GROUPING]',
  details:
    'Prints a report of one UTC month: cost-by-model (what each model cost), reconciliation (the bill against that estimate, and what explains the difference), spend (by the grouping that --by names), chargeback (what each team pays, by the rules of Settings; of a closed month what was kept), cache (what the prompt cache saved, and writes that never paid off) or capacity (use, cost and end of provisioned throughput). Estimated money is metered (counted tokens times a dated price), not a bill; usage without a price is listed as unpriced.',
  options: {
    month: { type: 'string', value: 'YYYY-MM', help: 'the UTC month; has to be named' },
    by: {
      type: 'string',
      value: 'GROUPING',
      help: 'of spend: model, provider, account, region, principal, person, team,\nprofile, project, tag:KEY, metadata:KEY ... (default: model)',
    },
    ...DELIVERY_OPTIONS,
  },
  async run({ host, global, values, positionals }: CommandRun) {
    const id = reportId(onlyPositional(positionals, 'id'));
    const month = monthOption(values);
    const groupBy = groupingOption(id, values);
    const delivery = deliveryOf(values);
    const session = { workspace: workspaceOf(host, global), readOnly: true };
    return withBackend(host, session, async ({ call }) => {
      const workspace = unwrap(await call('workspace.get', {}));
      const built = unwrap(await call('report.build', { report: id, month, ...groupBy }));
      const instead = built.rows.length > 0 ? [] : await insteadOf(call, month, workspace);
      const unfinished = interruption(workspace);
      const notes = [...instead, ...built.notes];
      const kept = delivery.out === null ? notes : [...notes, ...unfinished];
      const table = { ...built, notes: kept };
      await deliver(host, delivery, { table, title: REPORTS[id]?.title ?? id });
      const told = [...(delivery.format === 'csv' ? notes : []), ...unfinished];
      for (const note of told) host.err.write(`${printable(note)}\n`);
      return EXIT.ok;
    });
  },
};

async function insteadOf(
  call: Call,
  month: string,
  workspace: WorkspaceInfo,
): Promise<readonly string[]> {
  const billed = await billedMonths(call);
  if (billed.length === 0) refuseEmpty(workspace);
  return insteadOfUsage(month, workspace, billed);
}

/** A report of a workspace that nothing was read into would look like a month without cost. */
function refuseEmpty(workspace: WorkspaceInfo): void {
  const nothing = nothingRead(workspace);
  if (nothing === null) return;
  const { lastScanFailure, unfinishedScan } = workspace;
  const wasTried = lastScanFailure !== null || unfinishedScan !== null;
  throw new AppError(wasTried ? 'aws-failed' : 'not-found', nothing);
}

function interruption({ unfinishedScan }: WorkspaceInfo): readonly string[] {
  return unfinishedScan === null ? [] : [unfinishedText(unfinishedScan)];
}

/** The contract knows the ids; this only gives its answer a name that fits the command line. */
function reportId(text: string): Input<'report.build'>['report'] {
  const id = inputs['report.build'].shape.report.safeParse(text);
  if (id.success) return id.data;
  throw usageError(`There is no report '${text}'.`);
}

/** Only spend has a choice of groupings. */
function groupingOption(
  id: Input<'report.build'>['report'],
  values: OptionValues,
): Pick<Input<'report.build'>, 'groupBy'> {
  const text = optionalText(values, 'by');
  if (text === null) return {};
  if (id !== 'spend') throw usageError(`The report ${id} has no --by; spend has.`);
  const grouping = spendGrouping.safeParse(text);
  if (grouping.success) return { groupBy: grouping.data };
  throw usageError(
    `--by is one of ${groupings.join(', ')}, tag:KEY or metadata:KEY, not '${text}'.`,
  );
}

function monthOption(values: OptionValues): string {
  const month = optionalText(values, 'month');
  if (month === null) throw usageError('--month YYYY-MM is missing.');
  if (!isMonth(month)) throw usageError(`--month is a month like 2026-10, not '${month}'.`);
  return month;
}
