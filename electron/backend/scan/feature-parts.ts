import { FEATURE_IDS, type FeatureId } from '../../../shared/model/features.ts';
import { agentCoreCollectors } from '../collectors/agentcore/index.ts';
import { agentCollectors } from '../collectors/agents/index.ts';
import { bedrockCollectors } from '../collectors/bedrock/index.ts';
import { guardrailCollectors } from '../collectors/guardrails/index.ts';
import { identityCollectors } from '../collectors/identity/index.ts';
import { moneyCollectors } from '../collectors/money/index.ts';
import { organizationCollectors } from '../collectors/organization/index.ts';
import { surroundingsCollectors } from '../collectors/surroundings/index.ts';
import { costExplorer } from '../sources/bill/cost-explorer.ts';
import { dataExports } from '../sources/bill/data-exports.ts';
import { trailDigests } from '../sources/digests/verify-place.ts';
import { logGroup } from '../sources/log-group.ts';
import { lookupEvents } from '../sources/lookup-events.ts';
import { metricPlans } from '../sources/metrics/metric-plans.ts';
import { priceList } from '../sources/prices/price-list.ts';
import { s3Sources } from '../sources/s3-folder.ts';

/** Something that declares the IAM actions it calls. */
export interface FeaturePart {
  /** How coverage names a source. */
  readonly id?: string;
  /** How coverage names what a collector fills. */
  readonly dataset?: string;
  readonly title: string;
  readonly iamActions: readonly string[];
}

/** The actions of the prompt lab, which reads nothing: it invokes what the user sends. */
export const promptLabActions = [
  'bedrock:ApplyGuardrail',
  'bedrock:CountTokens',
  'bedrock:InvokeModel',
  'bedrock:InvokeModelWithResponseStream',
] as const;

/** The collectors and sources of each feature; a feature without any does not compile. */
export const featureParts: Readonly<Record<FeatureId, readonly FeaturePart[]>> = {
  models: Object.values(bedrockCollectors),
  guardrails: Object.values(guardrailCollectors),
  agents: Object.values(agentCollectors),
  agentcore: Object.values(agentCoreCollectors),
  identity: Object.values(identityCollectors),
  organization: Object.values(organizationCollectors),
  surroundings: Object.values(surroundingsCollectors),
  limits: Object.values(moneyCollectors),
  logs: [...Object.values(s3Sources), logGroup],
  digests: [trailDigests],
  events: [lookupEvents],
  metrics: metricPlans,
  bill: [costExplorer, dataExports],
  prices: [priceList],
  'prompt-lab': [{ title: 'Prompt lab', iamActions: promptLabActions }],
};

/** The features that read what coverage names so. */
export function featuresReading(names: readonly string[]): readonly FeatureId[] {
  return FEATURE_IDS.filter((feature) =>
    featureParts[feature].some(({ id, dataset }) => names.includes(id ?? dataset ?? '')),
  );
}
