import { ACCOUNT_SCOPE } from '../../../shared/model/dataset.ts';
import { addDays, type Day, dayOf, daysBetween, monthOf } from '../../../shared/model/period.ts';
import { inParallel } from '../aws/in-parallel.ts';
import { BILL_HISTORY_DAYS } from '../sources/bill/bill-days.ts';
import { costExplorer, readCostExplorer } from '../sources/bill/cost-explorer.ts';
import { readDataExports } from '../sources/bill/data-exports.ts';
import { type BillPayer, membersAlone, payersOf } from '../sources/bill/payers.ts';
import { sourceReading } from '../sources/source.ts';
import type { SourceReading, Store } from '../store/store.ts';
import { endStep, isLeftOut, type StepContext } from './step-context.ts';

/** The step that reads what AWS billed. */
export const billStep = { id: 'bill', title: 'Bill' } as const;

const AT_ONCE = 4;
/** Exports are refreshed at least daily; one that ends longer ago than this is not kept up. */
const STALE_DAYS = 4;
const MOST_MONTHS = 1_000;

/**
 * Reads the bill: files of data exports first, which cost next to nothing and tell who called, then
 * Cost Explorer, page by paid page, for the payers whose months no export holds.
 */
export async function readBill(context: StepContext): Promise<readonly SourceReading[]> {
  const { progress, tools, accounts, configuration } = context;
  const { id } = billStep;
  if (isLeftOut(context, 'bill', id)) return [];
  progress.start(id);
  const payers = payersOf(accounts, configuration, context.settings.billTagKeys);
  const total = accounts.length + payers.length;
  let done = 0;
  const step = <T>(result: T): T => {
    done += 1;
    progress.count(id, done, total);
    return result;
  };
  progress.count(id, 0, total);
  const exported = await inParallel(accounts, AT_ONCE, async (account) =>
    step(await readDataExports(tools, account)),
  );
  const asked = await inParallel(payers, AT_ONCE, async (payer) =>
    step(await readPayer(context, payer)),
  );
  const readings = [...exported, ...asked.flat()];
  await endStep(context, { id, readings, note: noteOf(readings) });
  return readings;
}

/** A payer's bill from Cost Explorer; where it may not be asked, its members ask for themselves. */
async function readPayer(
  { tools, accounts }: StepContext,
  payer: BillPayer,
): Promise<readonly SourceReading[]> {
  if (await isExported(tools.store, payer.accountId, dayOf(tools.clock()))) {
    return toldByExport(payer, tools.clock());
  }
  const readings = await readCostExplorer(tools, payer);
  const [own, ...members] = readings;
  if (own?.outcome.status !== 'denied' || members.length === 0) return readings;
  const alone = await inParallel(membersAlone(payer, accounts), AT_ONCE, (member) =>
    readCostExplorer(tools, member),
  );
  return [own, ...alone.flat()];
}

/** Whether export files hold every month of the history for a payer, up to a few days ago. */
async function isExported(store: Store, payer: string, today: Day): Promise<boolean> {
  const { rows } = await store.query(
    `SELECT billing_period, CAST(max(day) AS VARCHAR) FROM bill
     WHERE source = 'cur' AND payer = '${payer.replaceAll("'", "''")}'
       AND line_item_type <> 'Tax' GROUP BY billing_period`,
    MOST_MONTHS,
  );
  const months = new Set(rows.map(([month]) => String(month)));
  const last = rows
    .map(([, day]) => String(day))
    .sort()
    .at(-1);
  if (last === undefined || daysBetween(last, today) > STALE_DAYS) return false;
  const first = addDays(today, -BILL_HISTORY_DAYS);
  const needed = Array.from({ length: daysBetween(first, last) + 1 }, (_, index) =>
    monthOf(addDays(first, index)),
  );
  return needed.every((month) => months.has(month));
}

const EXPORTED =
  'Export files in S3 tell this bill with more detail; Cost Explorer, which AWS charges for, was not asked.';

function toldByExport({ accountId, members }: BillPayer, readAt: string): readonly SourceReading[] {
  const outcome = { status: 'unavailable', reason: EXPORTED } as const;
  return [accountId, ...members].map((account) =>
    sourceReading(costExplorer, {
      accountId: account,
      region: ACCOUNT_SCOPE,
      readAt,
      calls: 0,
      items: 0,
      outcome,
    }),
  );
}

/** What an export made unnecessary is no shortcoming; everything else is told as always. */
function noteOf(readings: readonly SourceReading[]): string | null {
  const others = readings.filter(
    ({ outcome }) => outcome.status !== 'collected' && !isToldByExport(outcome),
  );
  const spared = readings.some(({ outcome }) => isToldByExport(outcome));
  return spared && others.length === 0 ? 'Told by export files where there are any.' : null;
}

function isToldByExport(outcome: SourceReading['outcome']): boolean {
  return outcome.status === 'unavailable' && outcome.reason === EXPORTED;
}
