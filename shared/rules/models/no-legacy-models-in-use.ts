import type { FoundationModel, ModelLifecycle } from '../../model/dataset.ts';
import { canonicalBaseModelId } from '../../model/model-id.ts';
import { modelLabel } from '../../model/model-label.ts';
import { type Day, dayOf, daysBetween } from '../../model/period.ts';
import { defineRule, type Verdict } from '../rule.ts';
import {
  callsByCaller,
  type ModelTraffic,
  recentUsage,
  trafficByModel,
  unidentifiedText,
} from '../traffic.ts';

/** No model that AWS has announced the end of was called in the last 30 days. */
export const noLegacyModelsInUse = defineRule({
  id: 'no-legacy-models-in-use',
  title: 'No legacy models are in use',
  severity: 'high',
  theme: 'models',
  rationale:
    'AWS marks a model as legacy months before it ends it. On the end-of-life day calls begin to fail, and in public extended access a model may cost more than before. Callers need the time that is left.',
  remediation: {
    console:
      'Amazon Bedrock console: Model catalog, the successor of the model; test prompts on it, then change the model id of the callers named.',
    cli: 'aws bedrock list-foundation-models --region REGION --query "modelSummaries[?modelLifecycle.status==\'ACTIVE\'].modelId"',
    terraform: `data "aws_bedrock_foundation_model" "successor" {
  model_id = "SUCCESSOR_MODEL_ID"
}`,
  },
  references: [
    'https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html',
    'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_FoundationModelLifecycle.html',
  ],
  frameworks: [
    'NIST 800-53: SA-22 Unsupported System Components',
    'NIST AI RMF: MANAGE 2.4 Superseding and decommissioning',
    'ISO 42001: A.6.2.6 AI system operation and monitoring',
  ],
  needs: ['foundation-models', 'inference-profiles', 'observed-usage'],
  evaluate: (input) => {
    const usage = recentUsage(input.items('observed-usage'), input.context.today);
    if (usage.length === 0) return { nothing: 'no model was called here in the last 30 days' };
    const offered = modelsById(input.items('foundation-models'));
    const profiles = input.items('inference-profiles');
    const traffic = trafficByModel(usage, profiles, input.context.lookup);
    return traffic.map((used) => {
      const model = offered.get(used.baseModelId);
      return {
        ...judge(used, model?.lifecycle ?? null, input.context.today),
        resource: used.baseModelId,
        evidence: [
          ...(model === undefined ? [] : [input.evidence('foundation-models', model)]),
          input.evidence(
            'observed-usage',
            used.rows.map((row) => row.usage),
          ),
        ],
      };
    });
  },
});

function modelsById(models: readonly FoundationModel[]): ReadonlyMap<string, FoundationModel> {
  return new Map(models.map((model) => [canonicalBaseModelId(model.modelId), model]));
}

/**
 * A model that the Region does not list, or lists without a lifecycle, is neither pass nor fail. AWS
 * ends foundation models: one that was imported has no end to wait for.
 */
function judge(
  used: ModelTraffic,
  lifecycle: ModelLifecycle | null,
  today: Day,
): Pick<Verdict, 'status' | 'reason'> {
  const name = used.own?.name ?? modelLabel(used.baseModelId);
  const seen = `${callsByCaller(used.rows.map((row) => row.usage))} in the last 30 days`;
  if (used.own?.kind === 'imported-model') {
    const why = `${unidentifiedText(used)}, so that AWS announces no end for it`;
    return { status: 'pass', reason: `${name} ${why}; ${seen}.` };
  }
  switch (lifecycle?.status) {
    case 'ACTIVE':
      return { status: 'pass', reason: `${name} is active; ${seen}.` };
    case 'LEGACY':
      return { status: 'fail', reason: `${name} is legacy, ${endOf(lifecycle, today)}; ${seen}.` };
    default: {
      const absent = used.identified ? 'is not listed in this Region' : unidentifiedText(used);
      const why = lifecycle === null ? absent : 'has no lifecycle status';
      return { status: 'unknown', reason: `${name} ${why}, so its end is not known; ${seen}.` };
    }
  }
}

function endOf(lifecycle: ModelLifecycle, today: Day): string {
  const extended = lifecycle.publicExtendedAccessTime;
  const dearer =
    extended !== null && dayOf(extended) <= today
      ? `, in public extended access since ${dayOf(extended)}, where it may cost more`
      : '';
  if (lifecycle.endOfLifeTime === null) return `with no end-of-life day announced${dearer}`;
  const end = dayOf(lifecycle.endOfLifeTime);
  const left = daysBetween(today, end);
  if (left < 0) return `past its end of life (${end})${dearer}`;
  return `${left} ${left === 1 ? 'day' : 'days'} left until ${end}${dearer}`;
}
