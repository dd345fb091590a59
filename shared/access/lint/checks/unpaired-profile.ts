import { matchesGlob } from '../../../model/glob.ts';
import { parseModelId } from '../../../model/model-id.ts';
import { matchesResource } from '../../matching/match-arn.ts';
import type { Found, LintCheck, LintedPolicy, LintedStatement } from '../linted-policy.ts';
import { hasWildcard, type ResourcePattern } from '../resource-pattern.ts';
import { quoted, some } from '../words.ts';

const CALLS = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'] as const;

/** No policy of an identity is longer; in longer ones nobody's access hangs on it. */
const LONGEST = 40_000;

/**
 * A profile without the foundation model behind it, and the other way round: a call through a profile
 * needs both, the model in every Region that may serve it. (Amazon Bedrock User Guide,
 * "Prerequisites for inference profiles" and "Global cross-Region inference".)
 */
export const unpairedProfile: LintCheck = {
  id: 'unpaired-profile',
  *run(linted) {
    if (linted.kind !== 'identity' || linted.text.length > LONGEST) return;
    for (const call of CALLS) {
      const found = [...unpaired(linted, call)];
      yield* found;
      if (found.length > 0) return;
    }
  },
};

interface Grant {
  readonly statement: LintedStatement;
  readonly target: ResourcePattern;
  readonly path: string;
}

function* unpaired({ statements }: LintedPolicy, call: string): Iterable<Found> {
  const grants = statements
    .filter(({ effect, named }) => effect === 'Allow' && named.some((it) => it.action === call))
    .flatMap((statement) =>
      statement.targets.map((target, index): Grant => {
        return { statement, target, path: `${statement.resourcePath}[${index}]` };
      }),
    );
  if (grants.some(({ statement }) => statement.resources?.except === true)) return;
  const models = grants.filter(({ target }) => names(target, 'bedrock:foundation-model'));
  const profiles = grants.filter(({ target }) => names(target, 'bedrock:inference-profile'));
  for (const grant of profiles.filter(({ target }) => target.reach === 'known')) {
    const found = withoutModel(grant, models);
    if (found !== null) yield found;
  }
  yield* modelsWithoutProfile(models, grants);
}

function names({ reach, types }: ResourcePattern, type: string): boolean {
  return reach === 'anything' || types.some(({ id }) => id === type);
}

function withoutModel({ target, path }: Grant, models: readonly Grant[]): Found | null {
  const id = idOf(target);
  const { baseModelId, geography } = parseModelId(id);
  const behind = models.filter(({ target: model }) => {
    return model.reach === 'anything' || hasWildcard(id) || matchesGlob(idOf(model), baseModelId);
  });
  if (behind.length === 0) {
    return {
      severity: 'error',
      path,
      message: `${quoted(target.text)} is allowed and no foundation model behind it: calls through it are denied.`,
      remedy:
        'Allow the same actions on the foundation-model ARN in every Region that may serve the profile, with ArnLike on bedrock:InferenceProfileArn where it shall not be called directly.',
    };
  }
  const regions = new Set(behind.map(({ target: model }) => model.parts?.region ?? '*'));
  const [only = '*'] = regions;
  if (geography === 'global' && ![...regions].some((region) => region === '' || region === '*')) {
    return {
      severity: 'error',
      path,
      message: `${quoted(target.text)} is a global profile, which asks for the foundation model without a Region too; allowed in: ${some([...regions])}.`,
      remedy: `Add arn:aws:bedrock:::foundation-model/${quoted(baseModelId)}.`,
    };
  }
  if (regions.size > 1 || hasWildcard(only) || only === '' || geography === null) return null;
  return {
    severity: 'warning',
    path,
    message: `The foundation model behind ${quoted(target.text)} is allowed in ${only} alone; the profile may serve a call from other Regions, which would be denied.`,
    remedy: 'Allow the foundation-model ARN in every destination Region of the profile.',
  };
}

function* modelsWithoutProfile(
  models: readonly Grant[],
  grants: readonly Grant[],
): Iterable<Found> {
  for (const { statement, target } of models) {
    if (target.reach !== 'known') continue;
    const condition = statement.conditions.find(
      ({ key, negated, comparison, ifExists }) =>
        key.toLowerCase() === 'bedrock:inferenceprofilearn' &&
        !negated &&
        !ifExists &&
        comparison !== 'null',
    );
    const wanted = condition?.values.filter((value) => !value.includes('$')) ?? [];
    const alone = wanted.find((value) => !grants.some((grant) => meets(grant.target, value)));
    if (condition === undefined || alone === undefined) continue;
    yield {
      severity: 'error',
      path: `${statement.path}.Condition.${condition.operator}.${condition.key}`,
      message: `Foundation models are allowed through ${quoted(alone)} and the profile itself is not: calls through it are denied.`,
      remedy: 'Allow the same actions on the profile ARN.',
    };
    return;
  }
}

/** Whether a resource pattern and the value of a condition can name the same profile. */
function meets({ text, reach }: ResourcePattern, value: string): boolean {
  const plain = text.replace(/\$\{[^{}]*\}/g, '*');
  return reach === 'anything' || matchesResource(plain, value) || matchesResource(value, plain);
}

function idOf({ parts }: ResourcePattern): string {
  const resource = parts?.resource ?? '';
  return resource.slice(resource.indexOf('/') + 1);
}
