import { hasVariable, resolveVariables } from '../conditions/variables.ts';
import type { RequestContext } from '../context.ts';
import type { AccountPlaces } from './account-places.ts';
import type { ArnIndex } from './arn-index.ts';
import {
  compact,
  complement,
  emptySheet,
  type Fit,
  fill,
  orMeet,
  type Sheet,
  setBit,
} from './bits.ts';
import { keeping } from './keeping.ts';
import type { ResourcePlan } from './policy-plan.ts';
import { type FitSpace, joined, valuesOf } from './test-fits.ts';

/** Where a `Resource` or `NotResource` names the resource; null where it does nowhere. */
export type ResourceFits = (plan: ResourcePlan, caller: RequestContext) => Fit | 'all' | null;

/** What resources are looked for in. */
export interface ResourceSpace extends FitSpace {
  readonly places: AccountPlaces;
  readonly arns: ArnIndex;
}

const MOST_KEPT = 2_000;

/** Where elements name resources of an account; patterns and elements are worked out once. */
export function createResourceFits(space: ResourceSpace): ResourceFits {
  const patterns = keeping<Fit | null>(MOST_KEPT);
  const elements = keeping<Fit | null>(MOST_KEPT);
  const found = emptySheet(space.words);
  const fits: Finding = {
    ...space,
    scratch: emptySheet(space.words),
    element: emptySheet(space.words),
    pattern: (text) => patterns(text, () => fitOfPattern(space, found, text)),
  };
  return (plan, caller) => {
    const { except, patterns: listed } = plan.element;
    if (!except && listed.includes('*')) return 'all';
    return elements(`${plan.id}${valuesOf(plan, caller)}`, () => fitOfElement(fits, plan, caller));
  };
}

interface Finding extends ResourceSpace {
  readonly scratch: Sheet;
  /** Is written over by each element. */
  readonly element: Sheet;
  pattern(text: string): Fit | null;
}

function fitOfPattern({ places, arns }: ResourceSpace, sheet: Sheet, pattern: string): Fit | null {
  if (pattern === '*') return { at: null, yes: places.all, possible: places.all };
  const hits = arns.match(pattern);
  sheet.possible.fill(0);
  for (const id of hits.ids) {
    for (const place of places.resources.get(id) ?? []) setBit(sheet.possible, place);
  }
  sheet.yes.set(sheet.possible);
  return compact(sheet);
}

function fitOfElement(fits: Finding, plan: ResourcePlan, caller: RequestContext): Fit | null {
  const [only, second] = plan.element.patterns;
  const alone = only !== undefined && second === undefined && !plan.variable;
  if (alone && !plan.element.except) return fits.pattern(only);
  const sheet = fits.element;
  fill(sheet, 0);
  for (const pattern of plan.element.patterns) {
    if (plan.variable && hasVariable(pattern)) addVariable({ fits, plan, caller }, pattern, sheet);
    else addFit(fits, [fits.pattern(pattern)], { sheet, sure: true });
  }
  return plan.element.except ? complement(compact(sheet), fits.places.all) : compact(sheet);
}

interface Variable {
  readonly fits: Finding;
  readonly plan: ResourcePlan;
  readonly caller: RequestContext;
}

function addVariable({ fits, plan, caller }: Variable, pattern: string, sheet: Sheet): void {
  for (const { context, fit } of fits.classes(plan.ofCall)) {
    const resolved = resolveVariables(pattern, joined(fits, context, caller));
    if (resolved.kind === 'nothing') continue;
    addFit(fits, [fits.pattern(resolved.text), fit], { sheet, sure: resolved.kind === 'text' });
  }
}

interface Adding {
  readonly sheet: Sheet;
  readonly sure: boolean;
}

function addFit(
  { scratch }: Finding,
  fits: readonly (Fit | null)[],
  { sheet, sure }: Adding,
): void {
  const found = fits.filter((fit) => fit !== null);
  if (found.length === fits.length) orMeet(sheet, found, { sure, scratch });
}
