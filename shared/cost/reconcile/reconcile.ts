import { canonicalBaseModelId } from '../../model/model-id.ts';
import { daysIn, type Period } from '../../model/period.ts';
import { type Attodollars, formatUsd } from '../../model/usd.ts';
import type { Estimate } from '../estimate.ts';
import { compareText } from '../prices-used.ts';
import { notBilled } from '../spend/not-read.ts';
import type { BilledRow } from './billed-row.ts';
import { CAUSE_IDS, CAUSES } from './causes.ts';
import { collectLines } from './collect-lines.ts';
import { discountLines } from './entered-discount.ts';
import { type ExplainedLine, explained, toReconciledLine } from './explained-line.ts';
import type { LineKey } from './line-key.ts';
import { firstBilledDay, lastBilledDay, type ReadState } from './read-state.ts';
import { LINE_STATES } from './reconciled-line.ts';
import type {
  CauseSum,
  ReconciledDay,
  Reconciliation,
  ReconciliationHeadline,
  StateSum,
} from './reconciliation.ts';
import { sharePercent } from './share-percent.ts';

/** The bill and the estimate of a period, and how far both were read. */
export interface ReconcileInput {
  readonly period: Period;
  readonly billed: readonly BilledRow[];
  /** Of all usage, priced or not. */
  readonly estimates: readonly Estimate[];
  readonly state: ReadState;
  /** Which lines; all when absent. */
  readonly filter?: LineFilter;
}

/** Values of which a line must have one each; what is absent or empty takes all. */
export interface LineFilter {
  readonly accounts?: readonly string[] | undefined;
  readonly regions?: readonly string[] | undefined;
  /** Canonical base model ids. */
  readonly models?: readonly string[] | undefined;
}

/**
 * Sets the bill against the estimate by day, account, Region, model and unit, and takes every
 * difference apart into causes that add up to it exactly. Nothing is spread to make it fit.
 */
export function reconcile(input: ReconcileInput): Reconciliation {
  const billed = input.billed.filter(({ currency }) => currency === 'USD');
  const unknown = unknownOf(input);
  const collected = collectLines({ ...input, billed });
  const state = { ...input.state, discountLines: discountLines(collected.values()) };
  const lines = [...collected]
    .filter(([, { key }]) => isChosen(key, input.filter ?? {}))
    .map(([key, line]) => explained(key, line, state))
    .sort(largestFirst);
  return {
    headline: headlineOf(lines, unknown),
    ...unknown,
    causes: causesOf(lines),
    states: statesOf(lines),
    days: daysOf(lines, input.period),
    lines: lines.map(toReconciledLine),
    notes: notesOf(input, { inUsd: billed.length, notCounted: unknown.notCounted }),
  };
}

type Unknown = Pick<Reconciliation, 'notCounted' | 'notBilled'>;

function unknownOf({ period, billed, state }: ReconcileInput): Unknown {
  const { bills, billReadOn = null, notCounted = null } = state;
  const extents = [...bills.values()];
  return {
    notCounted,
    notBilled: billed.length > 0 ? null : notBilled(period, { extents, readOn: billReadOn }),
  };
}

function isChosen(key: LineKey, { accounts, regions, models }: LineFilter): boolean {
  return (
    isAmong(key.accountId, accounts) &&
    isAmong(key.region, regions) &&
    isAmong(key.modelId, models?.map(canonicalBaseModelId))
  );
}

function isAmong(value: string | null, wanted: readonly string[] | undefined): boolean {
  if (wanted === undefined || wanted.length === 0) return true;
  return value !== null && wanted.includes(value);
}

function largestFirst(a: ExplainedLine, b: ExplainedLine): number {
  const [left, right] = [absolute(a.difference), absolute(b.difference)];
  if (left !== right) return left < right ? 1 : -1;
  return compareText(a.key, b.key);
}

function absolute(amount: Attodollars): Attodollars {
  return amount < 0n ? -amount : amount;
}

function sum(
  lines: readonly ExplainedLine[],
  of: (line: ExplainedLine) => Attodollars,
): Attodollars {
  return lines.reduce((total, line) => total + of(line), 0n);
}

const billedOf = ({ line }: ExplainedLine): Attodollars => line.billed?.cost ?? 0n;
const estimatedOf = ({ line }: ExplainedLine): Attodollars => line.counted?.cost ?? 0n;
const grossOf = (line: ExplainedLine): Attodollars => absolute(billedOf(line));

/** What no cause explains of a billed line; never more than the line. */
function unexplainedOf(line: ExplainedLine): Attodollars {
  const riddles = line.parts.filter(({ cause }) => !CAUSES[cause].explains);
  const open = riddles.reduce((total, { amount }) => total + absolute(amount), 0n);
  const gross = grossOf(line);
  return open < gross ? open : gross;
}

/**
 * What counted usage accounts for of a billed line that is explained: as much as was estimated, all
 * where the two sides match. The rest of the line is known by the bill's own words for it alone.
 */
function matchedOf(line: ExplainedLine): Attodollars {
  const told = grossOf(line) - unexplainedOf(line);
  if (line.state === 'matched') return told;
  const counted = billedOf(line) > 0n ? estimatedOf(line) : 0n;
  return counted < told ? counted : told;
}

function headlineOf(
  lines: readonly ExplainedLine[],
  { notCounted, notBilled: unbilled }: Unknown,
): ReconciliationHeadline {
  const onBill = lines.filter(({ line }) => line.billed !== null);
  const [billed, estimated] = [sum(lines, billedOf), sum(lines, estimatedOf)];
  const [gross, open] = [sum(onBill, grossOf), sum(onBill, unexplainedOf)];
  const matched = sum(onBill, matchedOf);
  const classified = gross - open - matched;
  return {
    billedUsd: onBill.length === 0 ? null : formatUsd(billed),
    estimatedUsd: notCounted === null ? formatUsd(estimated) : null,
    differenceUsd: notCounted === null && unbilled === null ? formatUsd(billed - estimated) : null,
    grossUsd: formatUsd(gross),
    explainedUsd: formatUsd(gross - open),
    matchedUsd: formatUsd(matched),
    classifiedUsd: formatUsd(classified),
    unexplainedUsd: formatUsd(open),
    matchedPercent: sharePercent(matched, gross),
    classifiedPercent: sharePercent(classified, gross),
    explainedPercent: sharePercent(gross - open, gross),
  };
}

function causesOf(lines: readonly ExplainedLine[]): readonly CauseSum[] {
  return CAUSE_IDS.flatMap((cause): CauseSum[] => {
    const having = lines.filter((line) => line.parts.some((part) => part.cause === cause));
    const parts = having.flatMap((line) => line.parts.filter((part) => part.cause === cause));
    const usd = formatUsd(parts.reduce((total, { amount }) => total + amount, 0n));
    return having.length === 0 ? [] : [{ cause, usd, lines: having.length }];
  });
}

function statesOf(lines: readonly ExplainedLine[]): readonly StateSum[] {
  return LINE_STATES.map((state) => {
    const own = lines.filter((line) => line.state === state);
    return {
      state,
      billedUsd: formatUsd(sum(own, billedOf)),
      estimatedUsd: formatUsd(sum(own, estimatedOf)),
      lines: own.length,
    };
  });
}

function daysOf(lines: readonly ExplainedLine[], period: Period): readonly ReconciledDay[] {
  const byDay = new Map<string, ExplainedLine[]>();
  for (const line of lines) {
    const { day } = line.line.key;
    const known = byDay.get(day);
    if (known === undefined) byDay.set(day, [line]);
    else known.push(line);
  }
  return daysIn(period).map((day) => {
    const own = byDay.get(day) ?? [];
    return {
      day,
      billedUsd: formatUsd(sum(own, billedOf)),
      estimatedUsd: formatUsd(sum(own, estimatedOf)),
      unexplainedUsd: formatUsd(sum(own, unexplainedOf)),
    };
  });
}

function notesOf(
  { billed, state }: ReconcileInput,
  { inUsd, notCounted }: { readonly inUsd: number; readonly notCounted: string | null },
): readonly string[] {
  const [first, last] = [firstBilledDay(state), lastBilledDay(state)];
  const others = billed.length - inUsd;
  return [
    first === null
      ? (state.billReadOn ?? null) === null
        ? 'No bill was read: nothing can be set against the estimate.'
        : `The bill, read on ${state.billReadOn}, has no usage.`
      : `The bill has usage from ${first} to ${last}, UTC. AWS bills about a day late.`,
    ...(notCounted === null ? [] : [`The estimate is not known: ${notCounted}.`]),
    'The bill is read for Bedrock alone: other services and support plans are not on it.',
    ...(others === 0
      ? []
      : [
          `Left out, in another currency than USD: ${others} ${others === 1 ? 'row' : 'rows'} of the bill.`,
        ]),
  ];
}
