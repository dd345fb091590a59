import type { BillableUnit } from '../../model/usage.ts';
import type { Usd } from '../../model/usd.ts';
import { type Attodollars, formatUsd, parseUsd } from '../../model/usd.ts';
import { compareText } from '../prices-used.ts';
import type { BilledRow } from './billed-row.ts';
import { COST_SUBJECTS, type CostSubject } from './cost-subject.ts';
import { type BilledFor, billedRowReader } from './read-billed-row.ts';

/** One kind of cost beside counted usage: of one account, Region and thing. */
export interface OtherCost {
  readonly subject: CostSubject;
  readonly accountId: string;
  /** Where the account is connected. */
  readonly accountName?: string;
  readonly region: string | null;
  /** The usage type or line type of the bill, or the name of what is configured. */
  readonly what: string;
  readonly unit: BillableUnit | null;
  /** Of what the unit is, where the bill's usage type or service names a model. */
  readonly modelId?: string;
  /** Decimal text; null where unknown. */
  readonly quantity: string | null;
  /** What the bill counts `quantity` in, in its own words: `1K tokens`, `Hrs`; absent where it does not say. */
  readonly billedUnit?: string;
  /** `billed`: from the bill. `metered`: what is configured, times a dated price. `unpriced`: no amount. */
  readonly provenance: 'billed' | 'metered' | 'unpriced';
  /** Null where it is unpriced. */
  readonly usd: Usd | null;
  /** Where the figure is from, or why there is none; a whole sentence. */
  readonly source: string;
}

/** Costs beside counted usage; `usd` counts what has an amount. */
export interface OtherCosts {
  readonly usd: Usd;
  readonly subjects: readonly OtherCostSubject[];
  /** The dearest first; unpriced ones last. */
  readonly costs: readonly OtherCost[];
  readonly notes: readonly string[];
}

/** What one subject comes to. */
export interface OtherCostSubject {
  readonly subject: CostSubject;
  readonly label: string;
  readonly usd: Usd;
  readonly costs: number;
  /** Costs without an amount; in no sum. */
  readonly unpriced: number;
}

/** What the bill has beside counted usage, by account, Region and usage type; USD alone. */
export function billedCosts(rows: readonly BilledRow[]): readonly OtherCost[] {
  const reader = billedRowReader();
  const sums = new Map<string, Sum>();
  for (const row of rows) {
    const billedFor = reader(row);
    const subject = subjectOf(billedFor);
    if (subject === null || row.currency !== 'USD') continue;
    const region = (billedFor.kind === 'other' ? billedFor.region : null) ?? row.region;
    const what = whatOf(row, subject);
    const key = JSON.stringify([subject, row.accountId, region, what, row.unit]);
    const sum = sums.get(key) ?? {
      cost: { subject, accountId: row.accountId, region, what, ...countedIn(row, billedFor) },
      amount: 0n,
      quantity: 0n,
    };
    sum.amount += parseUsd(row.unblendedCost);
    sum.quantity =
      sum.quantity === null || row.quantity === null ? null : sum.quantity + parseUsd(row.quantity);
    sums.set(key, sum);
  }
  return [...sums.values()].map(({ cost, amount, quantity }) => ({
    ...cost,
    quantity: quantity === null ? null : formatUsd(quantity),
    provenance: 'billed',
    usd: formatUsd(amount),
    source: 'The bill.',
  }));
}

function countedIn(
  { unit: billedUnit }: BilledRow,
  billedFor: BilledFor,
): Pick<OtherCost, 'unit' | 'modelId' | 'billedUnit'> {
  const counts = billedFor.kind === 'other' || billedFor.kind === 'usage';
  return {
    unit: counts ? billedFor.unit : null,
    ...(counts && billedFor.modelId !== null ? { modelId: billedFor.modelId } : {}),
    ...(billedUnit === null || billedUnit === '' ? {} : { billedUnit }),
  };
}

interface Sum {
  readonly cost: Omit<OtherCost, 'quantity' | 'provenance' | 'usd' | 'source'>;
  amount: Attodollars;
  /** Scaled as money is. */
  quantity: bigint | null;
}

/** Null for usage that is counted. */
function subjectOf(billedFor: BilledFor): CostSubject | null {
  switch (billedFor.kind) {
    case 'usage':
      return /^images/.test(billedFor.unit) ? 'images' : null;
    case 'other':
      return billedFor.subject;
    case 'adjustment':
      return billedFor.adjustment;
    default:
      return 'unknown';
  }
}

function whatOf({ usageType, lineItemType, service }: BilledRow, subject: CostSubject): string {
  const isUsage = usageType !== null && usageType !== '' && lineItemType === 'Usage';
  if (isUsage) return usageType;
  return service === null ? COST_SUBJECTS[subject] : `${lineItemType}: ${service}`;
}

/** Sums costs by subject, the dearest first. */
export function otherCosts(costs: readonly OtherCost[], notes: readonly string[]): OtherCosts {
  const bySubject = new Map<CostSubject, OtherCost[]>();
  for (const cost of costs) {
    bySubject.set(cost.subject, [...(bySubject.get(cost.subject) ?? []), cost]);
  }
  const subjects = [...bySubject].map(([subject, own]) => ({
    subject,
    label: COST_SUBJECTS[subject],
    usd: formatUsd(sumOf(own)),
    costs: own.length,
    unpriced: own.filter(({ usd }) => usd === null).length,
  }));
  return {
    usd: formatUsd(sumOf(costs)),
    subjects: subjects.sort((a, b) => dearest(a.usd, b.usd) || compareText(a.subject, b.subject)),
    costs: [...costs].sort(
      (a, b) => dearest(a.usd ?? '0', b.usd ?? '0') || compareText(textOf(a), textOf(b)),
    ),
    notes,
  };
}

function sumOf(costs: readonly OtherCost[]): Attodollars {
  return costs.reduce((sum, { usd }) => sum + (usd === null ? 0n : parseUsd(usd)), 0n);
}

function dearest(a: Usd, b: Usd): number {
  const [left, right] = [parseUsd(a), parseUsd(b)];
  if (left === right) return 0;
  return left < right ? 1 : -1;
}

function textOf({ subject, accountId, region, what }: OtherCost): string {
  return JSON.stringify([subject, accountId, region, what]);
}
