import { canonicalBaseModelId } from '../../model/model-id.ts';
import type { BillableUnit, ContextLength, ServiceTier } from '../../model/usage.ts';
import { modelOfServiceName } from '../../prices/model-spelling.ts';
import { parseUsageType } from '../../prices/parse-usage-type.ts';
import { tierOfUsage, unitOfUsage } from '../../prices/unit-of-usage.ts';
import type { Meter, UsageType } from '../../prices/usage-type.ts';
import type { BilledRow } from './billed-row.ts';
import type { Adjustment, CostSubject } from './cost-subject.ts';

/** Usage on the bill that logs and metrics count too. */
export interface BilledUsage {
  readonly kind: 'usage';
  /** Canonical; the bill's own spelling where the catalogue has no such model. */
  readonly modelId: string;
  readonly region: string | null;
  /** AWS bills in-Region and geographic calls alike. */
  readonly scope: 'regional' | 'global';
  readonly tier: ServiceTier;
  readonly context: ContextLength;
  readonly unit: BillableUnit;
  readonly custom: boolean;
  /** How many units one of the bill's quantity is. */
  readonly per: number;
}

/** What a row of the bill is for. */
export type BilledFor =
  | BilledUsage
  | {
      /** Use that the bill alone tells. */
      readonly kind: 'other';
      readonly subject: CostSubject;
      readonly modelId: string | null;
      readonly region: string | null;
      readonly unit: BillableUnit | null;
    }
  | { readonly kind: 'adjustment'; readonly adjustment: Adjustment }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Makes a reader of rows; what it found out of a usage type and service is kept. */
export function billedRowReader(): (row: BilledRow) => BilledFor {
  const known = new Map<string, BilledFor>();
  return (row) => {
    const key = [row.lineItemType, row.service, row.usageType, row.unit].join('\n');
    const found = known.get(key) ?? readBilledRow(row);
    known.set(key, found);
    return found;
  };
}

/** Tells what a row of the bill is for, by its line type, its usage type and its service. */
export function readBilledRow(row: BilledRow): BilledFor {
  const adjustment = adjustmentOf(row);
  if (adjustment !== null) return { kind: 'adjustment', adjustment };
  if (!USED.test(row.lineItemType)) {
    return { kind: 'unknown', reason: `Assay does not know lines of type ${row.lineItemType}.` };
  }
  const usage = parseUsageType(row.usageType ?? '');
  if (usage.parsed) return usageOf(usage, row);
  const subject = SERVICES.find(([name]) => name.test(row.service ?? ''))?.[1];
  if (subject === undefined) return { kind: 'unknown', reason: unreadable(row, usage.reason) };
  return { kind: 'other', subject, modelId: null, region: null, unit: null };
}

function unreadable({ usageType }: BilledRow, reason: string): string {
  return usageType === null ? 'The line names no usage type.' : `${usageType}: ${reason}.`;
}

/** `Usage` of exports and Cost Explorer; the others are usage under a commitment. */
const USED = /^(Usage|DiscountedUsage|SavingsPlanCoveredUsage)$/;

/** Line types of exports (`EdpDiscount`) and record types of Cost Explorer (`Support fee`). */
const ADJUSTMENTS: readonly (readonly [RegExp, Adjustment])[] = [
  [/^Credit$/i, 'credit'],
  [/^Refund$/i, 'refund'],
  [/^Tax$/i, 'tax'],
  [/Discount$/i, 'discount'],
  [/^SavingsPlanNegation$/i, 'discount'],
  [/^Support ?fee$/i, 'support'],
  [/Fee$/i, 'fee'],
];

function adjustmentOf({ lineItemType, service }: BilledRow): Adjustment | null {
  const found = ADJUSTMENTS.find(([type]) => type.test(lineItemType))?.[1] ?? null;
  return found === 'fee' && /^AWS Support/i.test(service ?? '') ? 'support' : found;
}

/** Services of Bedrock whose usage types no document lists. */
const SERVICES: readonly (readonly [RegExp, CostSubject])[] = [
  [/knowledge base/i, 'knowledge-bases'],
  [/agentcore/i, 'agentcore'],
];

/** What logs and metrics do not count, by meter. */
const UNCOUNTED: Readonly<Partial<Record<Meter, CostSubject>>> = {
  'video-seconds': 'media',
  'audio-seconds': 'media',
  'search-units': 'rerank',
  'reserved-tpm-hours': 'reserved',
  'guardrail-text-units': 'guardrails',
  'guardrail-images': 'guardrails',
  'guardrail-check-units': 'guardrails',
  'model-unit-hours': 'provisioned',
  'customization-training': 'customization',
  'customization-storage': 'customization',
  'data-automation': 'data-automation',
  agentcore: 'agentcore',
};

function usageOf(usage: UsageType, row: BilledRow): BilledFor {
  const region = usage.region ?? row.region;
  const unit = unitOfUsage(usage);
  const modelId = modelOf(usage, row.service);
  const uncounted = uncountedSubject(usage);
  if (uncounted !== undefined) return { kind: 'other', subject: uncounted, modelId, region, unit };
  if (unit === null || modelId === null) {
    const missing = unit === null ? 'what it counts has no unit' : 'it names no model';
    return { kind: 'unknown', reason: unreadable(row, missing) };
  }
  return {
    kind: 'usage',
    modelId,
    region,
    scope: usage.scopes.includes('global') ? 'global' : 'regional',
    tier: tierOfUsage(usage),
    context: usage.context,
    unit,
    custom: usage.customModel,
    per: perOf(usage, row.unit),
  };
}

/** Batches are in no count of calls, nor are images that a model read. */
function uncountedSubject({ meter, tier, direction }: UsageType): CostSubject | undefined {
  if (tier === 'batch') return 'batch';
  return meter === 'images' && direction === 'input' ? 'images' : UNCOUNTED[meter];
}

/** By the usage type, else by the product that the marketplace sells it as. */
function modelOf({ model }: UsageType, service: string | null): string | null {
  const named = model?.modelId ?? modelOfServiceName(service ?? '') ?? model?.spelling ?? null;
  return named === null ? null : canonicalBaseModelId(named);
}

/** Bedrock's own lines count thousands of tokens, lines of marketplace products millions. */
function perOf({ meter, form }: UsageType, unit: string | null): number {
  if (!meter.endsWith('-tokens')) return 1;
  if (/^1K\b/i.test(unit ?? '')) return 1_000;
  if (/^1M\b/i.test(unit ?? '')) return 1_000_000;
  return form === 'service' ? 1_000 : 1_000_000;
}
