import {
  type GuardrailUse,
  type GuardrailVersionRef,
  guardrailFreedom,
  guardrailUses,
} from '../../../../shared/access/catalogue/guardrail-uses.ts';
import { readingsByDataset } from '../../../../shared/access/catalogue/place.ts';
import type { Route } from '../../../../shared/access/catalogue/route.ts';
import { oneEnough, shutness } from '../../../../shared/access/decision-word.ts';
import { routesTo } from '../../../../shared/access/explain/explain-cell.ts';
import { judgeRoute } from '../../../../shared/access/preflight/judge-route.ts';
import { partDecider } from '../../../../shared/access/preflight/part-decider.ts';
import type { AccessPrincipal } from '../../../../shared/access/world/access-world.ts';
import type { GuardrailChoice } from '../../../../shared/api/access-answers.ts';
import type { Input } from '../../../../shared/api/contract.ts';
import type { AccessBase } from './access-base.ts';

/** Published versions that are tried in one Region; those that policies of the caller name come first. */
const MOST_TRIED = 8;

/** Who asks for what. */
interface ChoicesOf {
  readonly principal: AccessPrincipal;
  readonly modelId: string;
  readonly asked: Pick<Input<'access.explain'>, 'operation' | 'region' | 'context'>;
}

/**
 * Whether a principal may call a model without a guardrail, with a published version of one of its
 * account, with a draft, with any other: each the most open of all ways that take guardrails. A
 * guardrail is of one Region and is tried there alone. Empty where no way takes one: mantle has none.
 */
export function guardrailChoices(
  base: AccessBase,
  question: ChoicesOf,
): readonly GuardrailChoice[] {
  const { principal, modelId, asked } = question;
  const { catalogue } = base;
  const routes = routesTo({ catalogue, modelId, region: asked.region }, principal.accountId).filter(
    ({ plane }) => plane === 'bedrock-runtime',
  );
  const published = publishedOf(base, principal);
  const found = new Map<GuardrailChoice['use'], GuardrailChoice>();
  for (const region of new Set(routes.map((route) => route.region))) {
    const there = routes.filter((route) => route.region === region);
    for (const uses of usesIn({ accountId: principal.accountId, region }, published(region))) {
      const decide = (keys: GuardrailUse['keys']) => bestWith(base, question, { there, keys });
      const freedom = guardrailFreedom(uses, decide);
      for (const { use, keys } of uses) {
        const decision = freedom[use];
        const known = found.get(use);
        if (decision === undefined) continue;
        if (known !== undefined && shutness(known.decision) <= shutness(decision)) continue;
        const [guardrail] = use === 'other' ? [] : Object.values(keys).flat();
        found.set(use, { use, decision, region, guardrail: guardrail ?? null });
      }
    }
  }
  return ORDER.flatMap((use) => found.get(use) ?? []);
}

const ORDER = ['without', 'version', 'draft', 'other'] as const;

/** The calls to try in a Region: of every guardrail, or of none where none was published. */
function usesIn(
  place: { readonly accountId: string; readonly region: string },
  published: readonly GuardrailVersionRef[],
): readonly (readonly GuardrailUse[])[] {
  return published.length === 0
    ? [guardrailUses(place, null)]
    : published.map((guardrail) => guardrailUses(place, guardrail));
}

/** The most open way with these keys, whatever else the reader fixes of the request. */
function bestWith(
  { world, at }: AccessBase,
  { principal, asked }: ChoicesOf,
  { there, keys }: { readonly there: readonly Route[]; readonly keys: GuardrailUse['keys'] },
): GuardrailChoice['decision'] {
  const { operation, context } = asked;
  const choice = { ...context, keys: { ...context.keys, ...keys } };
  const decide = partDecider({ world, principal, choice, at });
  const words = there.map((route) => judgeRoute(route, operation, decide).decision);
  return oneEnough(words);
}

/** The published versions of the principal's account by Region. */
function publishedOf(
  { readings }: AccessBase,
  { accountId, policies }: AccessPrincipal,
): (region: string) => readonly GuardrailVersionRef[] {
  const own = readingsByDataset(readings)('guardrails').filter(
    (one) => one.accountId === accountId,
  );
  const { identity, boundary, scps } = policies;
  const texts = [...identity, ...(boundary === null ? [] : [boundary]), ...(scps ?? []).flat()]
    .map(({ document }) => document ?? '')
    .join('\n');
  const isNamed = ({ guardrailArn }: GuardrailVersionRef) => texts.includes(guardrailArn);
  return (region) => {
    const versions = own
      .filter((one) => one.region === region)
      .flatMap(({ items }) => items.filter(({ version }) => version !== 'DRAFT'));
    const named = versions.filter(isNamed);
    return [...named, ...versions.filter((one) => !isNamed(one))].slice(0, MOST_TRIED);
  };
}
