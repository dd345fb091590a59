import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { BILLABLE_UNITS } from '../../../shared/model/billable-units.ts';
import type { BillableUnit } from '../../../shared/model/usage.ts';
import { coversRegion } from '../../../shared/prices/price-book.ts';
import type { PriceLine } from '../../../shared/prices/price-line.ts';
import { projectRoot } from '../../helpers/source-tree.ts';
import type { SecondPrice } from './lite-llm.ts';
import type { SecondSource } from './second-sources.ts';

/** Where the lists lie that were typed off public ones, one file each. */
export const TRANSCRIBED = path.join(projectRoot, 'test/shared/prices/transcribed');

/** Prices that people typed off one public list, for checks only; none of them is shipped. */
const transcription = z.strictObject({
  /** What disagreements call the list. */
  source: z.string(),
  name: z.string().min(10),
  url: z.url({ protocol: /^https$/ }),
  asOf: z.iso.date(),
  licence: z.string().min(3),
  /** How the sources of those lines begin that were taken from this very list. */
  notFor: z.array(z.string()),
  /** Model, then Regions (`*`: the list says all, or names none), then `kind price; kind in/out`. */
  prices: z.record(z.string(), z.record(z.string(), z.string())),
});

/** Where a price holds and what it is of, like a line's. */
interface Fact {
  readonly regions: readonly string[] | '*';
  readonly scopes: readonly string[];
  readonly tier: string;
  readonly long: boolean;
  readonly unit: string;
  readonly per: number;
  readonly usd: number;
}

const TOKENS_PER = 1_000_000;
const UNITS = new Set<string>(BILLABLE_UNITS.map(({ unit }) => unit));

/** The transcription in a file of the folder, as a source to compare with. */
export function transcribed(file: string): SecondSource {
  const list = transcription.parse(JSON.parse(readFileSync(path.join(TRANSCRIBED, file), 'utf8')));
  const facts = new Map(
    Object.entries(list.prices).map(([model, byRegion]) => [model, readFacts(byRegion)]),
  );
  return {
    asOf: list.asOf,
    find: (line) => {
      if (list.notFor.some((own) => line.source.startsWith(own))) return [];
      const found = (facts.get(line.modelId) ?? []).filter((fact) => isOf(fact, line));
      const prices = new Set(found.map(({ usd, per }) => (usd / per) * line.per));
      return [...prices].map((usd): SecondPrice => ({ source: list.source, usd }));
    },
  };
}

/** Whether a fact tells the price of what a line prices, in at least one of its Regions. */
function isOf(fact: Fact, line: PriceLine): boolean {
  const regions = fact.regions === '*' ? ['us-east-1', ...regionsOf(line)] : fact.regions;
  return (
    fact.unit === line.unit &&
    fact.tier === line.tier &&
    fact.scopes.includes(line.scope) &&
    fact.long === (line.context === 'long') &&
    regions.some((region) => coversRegion(line, region))
  );
}

/** A list that names no Region says nothing of GovCloud. */
function regionsOf({ regions }: PriceLine): readonly string[] {
  return regions === '*' ? [] : regions.filter((region) => !region.startsWith('us-gov-'));
}

function readFacts(byRegion: Readonly<Record<string, string>>): readonly Fact[] {
  return Object.entries(byRegion).flatMap(([regions, said]) =>
    said.split('; ').flatMap((words) => {
      const [kind = '', prices = ''] = words.split(' ');
      return factsOf(kind, prices).map((fact) => ({
        ...fact,
        regions: regions === '*' ? ('*' as const) : regions.split(' '),
      }));
    }),
  );
}

/** `global-batch 2.5/12.5` is input and output, `cache-read 0.3` one price, `images 0.04` per one. */
function factsOf(kind: string, prices: string): readonly Omit<Fact, 'regions'>[] {
  const words = axesOf(kind);
  const [first = '', second] = prices.split('/');
  const priced: readonly (readonly [string, string])[] =
    second === undefined && words.unit !== ''
      ? [[words.unit, first]]
      : [
          ['input-tokens', first],
          ['output-tokens', second ?? '-'],
        ];
  return priced
    .filter(([, usd]) => usd !== '-')
    .map(([unit, usd]) => ({
      ...words,
      unit: knownUnit(unit, kind),
      per: perOf(unit),
      usd: Number(usd),
    }));
}

/** `[global-|geographic-][tier-][long-]unit`, of which parts may be absent. */
const KIND =
  /^(?:(global|geographic)-?)?(?:(standard|batch|flex|priority|latency-optimized|reserved)-?)?(?:(long)-?)?(.*)$/;

function axesOf(kind: string): Pick<Fact, 'scopes' | 'tier' | 'long'> & { readonly unit: string } {
  const [, scope, tier = 'standard', long, unit = ''] = KIND.exec(kind) ?? [];
  const scopes = scope === undefined ? ['in-region', 'geographic'] : [scope];
  return { scopes, tier, long: long !== undefined, unit: unitOf(unit) };
}

function unitOf(word: string): string {
  return UNITS.has(`${word}-tokens`) ? `${word}-tokens` : word;
}

function knownUnit(unit: string, kind: string): BillableUnit {
  const known = BILLABLE_UNITS.find((found) => found.unit === unit);
  if (known === undefined) throw new Error(`'${kind}' names no unit that Assay prices`);
  return known.unit;
}

function perOf(unit: string): number {
  return unit.endsWith('-tokens') ? TOKENS_PER : 1;
}
