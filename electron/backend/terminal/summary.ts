import type {
  CoverageSummary,
  FindingsAnswer,
  SpendAnswer,
  WorkspaceInfo,
} from '../../../shared/api/answers.ts';
import type { Call } from '../../../shared/api/contract.ts';
import { unwrap } from '../../../shared/api/result.ts';
import { unfinishedText } from '../../../shared/api/scan-words.ts';
import { billedWords } from '../../../shared/cost/spend/billed-words.ts';
import { SEVERITIES } from '../../../shared/model/finding.ts';
import { groupThousands } from '../../../shared/model/group-thousands.ts';
import { formatMoney } from '../../../shared/model/money-text.ts';
import { addDays, type Day, dayOf, type Month, monthOf } from '../../../shared/model/period.ts';
import { printable } from '../../../shared/model/printable.ts';
import {
  unpricedModels,
  unpricedModelsText,
} from '../../../shared/reports/table-unpriced-models.ts';
import { nothingRead } from './nothing-read.ts';

const TOP_MODELS = 3;

/** What a workspace says in a few lines, asked through the same contract as the page. */
export async function summaryText(call: Call): Promise<string> {
  const workspace = unwrap(await call('workspace.get', {}));
  const nothing = nothingRead(workspace);
  if (nothing !== null) return `${printable(titleLine(workspace))}\n${printable(nothing)}\n`;
  const [findings, coverage] = await Promise.all([
    call('findings.list', {}),
    call('coverage.summary', {}),
  ]);
  const covered = unwrap(coverage);
  return [
    titleLine(workspace),
    ...(await spendLines(call, dayOf(workspace.now))),
    findingsLine(unwrap(findings)),
    coverageLine(covered),
    ...unfinishedLine(workspace),
  ]
    .map((line) => `${printable(line)}\n`)
    .join('');
}

/** Why the spend is not known, and what the bill of the month comes to where one was read. */
function unknownSpend(month: Month, { notCounted, billed }: SpendAnswer): readonly string[] {
  return [
    `Spend      not known for ${month}: ${notCounted}`,
    ...(billed.length === 0 ? [] : [`Billed     ${billedWords(billed)} in ${month} so far`]),
  ];
}

function titleLine({ name, demo, newestDay, oldestDay }: WorkspaceInfo): string {
  const days = oldestDay === null ? 'no data yet' : `data from ${oldestDay} to ${newestDay ?? '?'}`;
  return `Workspace  ${name}${demo ? ' (simulated account)' : ''}, ${days}`;
}

async function spendLines(call: Call, today: Day): Promise<readonly string[]> {
  const month = monthOf(today);
  const [answer, report] = await Promise.all([
    call('spend.get', { from: `${month}-01`, to: addDays(today, 1), groupBy: 'model' }),
    call('report.build', { report: 'cost-by-model', month }),
  ]);
  const spend = unwrap(answer);
  if (spend.notCounted !== null) return unknownSpend(month, spend);
  const top = spend.groups.slice(0, TOP_MODELS).map((group) => `${group.label} ${moneyOf(group)}`);
  const unpriced = unpricedModelsText(unpricedModels(unwrap(report)));
  const calls = groupThousands(String(spend.calls));
  return [
    `Spend      ${moneyOf(spend)} in ${month} so far (${spend.provenance}), ${calls} calls${unpriced === null ? '' : `; ${unpriced}`}`,
    `Models     ${top.length === 0 ? 'none called this month' : top.join(', ')}`,
  ];
}

/** What has no price does not cost $0. */
function moneyOf({ usd }: Pick<SpendAnswer, 'usd'>): string {
  return usd === null ? 'unpriced' : formatMoney(usd);
}

function findingsLine({ takenAt, findings }: FindingsAnswer): string {
  if (takenAt === null) return 'Findings   nothing judged yet';
  const failed = findings.filter((finding) => finding.status === 'fail');
  const counts = SEVERITIES.flatMap((severity) => {
    const count = failed.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}`];
  });
  const unknown = findings.filter((finding) => finding.status === 'unknown').length;
  const open = counts.length === 0 ? 'none open' : counts.join(', ');
  return `Findings   ${open}${unknown === 0 ? '' : `; ${unknown} unknown`}`;
}

function unfinishedLine({ unfinishedScan }: WorkspaceInfo): readonly string[] {
  return unfinishedScan === null ? [] : [`Incomplete ${unfinishedText(unfinishedScan)}`];
}

function coverageLine({ counts, accounts }: CoverageSummary): string {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (all === 0) return 'Coverage   no account read yet';
  const gaps = (['denied', 'unavailable', 'failed'] as const).flatMap((state) =>
    counts[state] === 0 ? [] : [`${counts[state]} ${state}`],
  );
  const parts = counts.partial === 0 ? gaps : [...gaps, `${counts.partial} in part`];
  const rest = parts.length === 0 ? '' : `; ${parts.join(', ')}`;
  const read = accounts === 1 ? '1 account' : `${accounts} accounts`;
  return `Coverage   ${read}, ${counts.collected + counts.partial} of ${all} readings collected${rest}`;
}
