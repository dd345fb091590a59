import { BILLABLE_UNITS, subjectId, unitNamed } from '../../../../shared/model/billable-units.ts';
import type { ModelScope } from '../../../../shared/model/model-id.ts';
import { addDays, type Day, isDay } from '../../../../shared/model/period.ts';
import type { PriceOverride } from '../../../../shared/model/price-override.ts';
import type { BillableUnit, ContextLength, ServiceTier } from '../../../../shared/model/usage.ts';
import { priceOverride } from '../../../../shared/prices/override-schema.ts';

/** What the reader entered for a discount or a price; both kinds keep what was typed for the other. */
export interface OverrideForm {
  readonly kind: PriceOverride['kind'];
  /** Of a discount: everything, or the models chosen. */
  readonly everything: boolean;
  readonly models: readonly string[];
  readonly percentOff: string;
  /** Of a price; ignored for units that belong to a part of Bedrock. */
  readonly modelId: string;
  readonly unit: BillableUnit;
  readonly usd: string;
  readonly per: 1 | 1_000 | 1_000_000;
  readonly scope: ModelScope | 'every';
  readonly tier: ServiceTier;
  readonly context: ContextLength;
  /** Codes with spaces or commas between; empty for every commercial Region. */
  readonly regions: string;
  readonly validFrom: string;
  /** The last day that it holds; empty while it does. */
  readonly lastDay: string;
  readonly note: string;
}

export type CheckedOverride =
  | { readonly ok: true; readonly override: PriceOverride }
  | { readonly ok: false; readonly errors: OverrideErrors };

/** What is wrong, by field, in words for the reader. */
export type OverrideErrors = Readonly<Partial<Record<keyof OverrideForm, string>>>;

const MESSAGES: OverrideErrors = {
  models: 'Choose at least one model, or everything',
  percentOff: 'A percentage from 0 to 100 with at most four decimals, like 12.5',
  modelId: 'Choose the model that the price is of',
  usd: 'An amount in dollars, like 2.75',
  regions: 'Region codes like eu-west-1, with spaces between; none for every commercial Region',
  validFrom: 'The first day that it holds, like 2026-03-01',
  lastDay: 'A day like 2026-12-31, not before the first one; nothing while it holds',
  note: 'Say why in at most 500 characters: the note stands with every figure that this changes',
};

/** A form for something new, beginning with a month. */
export function emptyOverride(firstDay: Day): OverrideForm {
  return {
    kind: 'discount',
    everything: true,
    models: [],
    percentOff: '',
    modelId: '',
    unit: 'input-tokens',
    usd: '',
    per: 1_000_000,
    scope: 'every',
    tier: 'standard',
    context: 'short',
    regions: '',
    validFrom: firstDay,
    lastDay: '',
    note: '',
  };
}

/** The form of a discount or price that exists. */
export function formOfOverride(override: PriceOverride): OverrideForm {
  const { kind, validFrom, validTo, note } = override;
  const lastDay = validTo === null ? '' : addDays(validTo, -1);
  const form = { ...emptyOverride(validFrom), kind, lastDay, note };
  if (override.kind === 'discount') {
    const { models, percentOff } = override;
    return {
      ...form,
      percentOff,
      everything: models === '*',
      models: models === '*' ? [] : models,
    };
  }
  const { modelId, unit, usd, per, scope, tier, context, regions } = override;
  return {
    ...form,
    modelId,
    unit,
    usd,
    per: per === 1 || per === 1_000 ? per : 1_000_000,
    scope: scope ?? 'every',
    tier,
    context,
    regions: regions === '*' ? '' : regions.join(' '),
  };
}

/** Checks a form against what settings accept. */
export function checkOverride(form: OverrideForm): CheckedOverride {
  const lastDay = form.lastDay.trim();
  const validTo = lastDay === '' ? null : isDay(lastDay) ? addDays(lastDay, 1) : lastDay;
  const agreed = { validFrom: form.validFrom.trim(), validTo, note: form.note.trim() };
  const parsed = priceOverride.safeParse({ ...termsOf(form), ...agreed });
  if (parsed.success) return { ok: true, override: parsed.data };
  const fields = parsed.error.issues.map(({ path }) => fieldOf(path[0]));
  const known = fields.filter((field) => field !== undefined);
  return { ok: false, errors: Object.fromEntries(known.map((key) => [key, MESSAGES[key]])) };
}

function termsOf(form: OverrideForm): object {
  const { kind, unit, per, tier, context, scope } = form;
  if (kind === 'discount') {
    const models = form.everything ? '*' : form.models;
    return { kind, models, percentOff: form.percentOff.trim() };
  }
  const codes = form.regions.split(/[\s,]+/).filter((code) => code !== '');
  return {
    kind,
    modelId: subjectOf(unit) ?? form.modelId,
    unit,
    usd: form.usd.trim(),
    per,
    scope: scope === 'every' ? null : scope,
    tier,
    context,
    regions: codes.length === 0 ? '*' : codes,
  };
}

/** The part of Bedrock that a unit belongs to, as prices name it; null where it is a model's. */
export function subjectOf(unit: BillableUnit): string | null {
  const subject = unitNamed(unit)?.subject ?? 'model';
  return subject === 'model' ? null : subjectId(subject);
}

/** For how many units a price is usually said: a million tokens, one of everything else. */
export function usualPer(unit: BillableUnit): OverrideForm['per'] {
  return unit.endsWith('-tokens') ? 1_000_000 : 1;
}

/** Units that a price can be entered for: cache writes by their time to live. */
export const PRICED_UNITS = BILLABLE_UNITS.filter(({ unit }) => unit !== 'cache-write-tokens');

/** Parts of Bedrock that a discount can be of. */
export const PARTS_OF_BEDROCK: readonly string[] = [
  ...new Set(PRICED_UNITS.map(({ unit }) => subjectOf(unit)).filter((id) => id !== null)),
];

function fieldOf(member: PropertyKey | undefined): keyof OverrideForm | undefined {
  if (member === 'validTo') return 'lastDay';
  const fields = Object.keys(MESSAGES) as (keyof OverrideForm)[];
  return fields.find((field) => field === member);
}
