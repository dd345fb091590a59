import type {
  CoverageSummary,
  FindingsAnswer,
  SpendAnswer,
  WorkspaceInfo,
} from '../../../shared/api/answers.ts';
import type { Call } from '../../../shared/api/contract.ts';
import { unwrap } from '../../../shared/api/result.ts';
import { unfinishedText } from '../../../shared/api/scan-words.ts';
import { SEVERITIES } from '../../../shared/model/finding.ts';
import { formatMoney } from '../../../shared/model/money-text.ts';
import { addDays, dayOf, monthOf } from '../../../shared/model/period.ts';
import { printable } from '../../../shared/model/printable.ts';
import { parseUsd } from '../../../shared/model/usd.ts';
import { nothingRead } from './nothing-read.ts';

const TOP_MODELS = 3;

/** What a workspace says in a few lines, asked through the same contract as the page. */
export async function summaryText(call: Call): Promise<string> {
  const workspace = unwrap(await call('workspace.get', {}));
  const nothing = nothingRead(workspace);
  if (nothing !== null) return `${printable(titleLine(workspace))}\n${printable(nothing)}\n`;
  const today = dayOf(workspace.now);
  const [spend, findings, coverage] = await Promise.all([
    call('spend.get', { from: `${monthOf(today)}-01`, to: addDays(today, 1), groupBy: 'model' }),
    call('findings.list', {}),
    call('coverage.summary', {}),
  ]);
  const covered = unwrap(coverage);
  return [
    titleLine(workspace),
    ...(sawUsage(workspace, covered)
      ? spendLines(unwrap(spend), monthOf(today))
      : ['Spend      not known: nothing that counts calls could be read']),
    findingsLine(unwrap(findings)),
    coverageLine(covered),
    ...unfinishedLine(workspace),
  ]
    .map((line) => `${printable(line)}\n`)
    .join('');
}

/** Without data, zero calls are only known where a source that would have seen them was read. */
function sawUsage({ newestDay }: WorkspaceInfo, { groups }: CoverageSummary): boolean {
  const isRead = ({ kind, counts }: CoverageSummary['groups'][number]) =>
    kind === 'source' && counts.collected > 0;
  return newestDay !== null || groups.some(isRead);
}

function titleLine({ name, demo, newestDay, oldestDay }: WorkspaceInfo): string {
  const days = oldestDay === null ? 'no data yet' : `data from ${oldestDay} to ${newestDay ?? '?'}`;
  return `Workspace  ${name}${demo ? ' (simulated account)' : ''}, ${days}`;
}

function spendLines(spend: SpendAnswer, month: string): readonly string[] {
  const top = spend.groups.slice(0, TOP_MODELS).map((group) => `${group.label} ${moneyOf(group)}`);
  const models = new Set(spend.unpriced.map((usage) => usage.modelId)).size;
  const without = models === 0 ? '' : `; ${models} ${models === 1 ? 'model' : 'models'} unpriced`;
  const calls = spend.calls.toLocaleString('en-US');
  return [
    `Spend      ${moneyOf(spend)} in ${month} so far (${spend.provenance}), ${calls} calls${without}`,
    `Models     ${top.length === 0 ? 'none called this month' : top.join(', ')}`,
  ];
}

/** Calls of which nothing has a price have no cost; they do not cost $0. */
function moneyOf({ usd, calls }: Pick<SpendAnswer, 'usd' | 'calls'>): string {
  return calls > 0 && parseUsd(usd) === 0n ? 'unpriced' : formatMoney(usd);
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
