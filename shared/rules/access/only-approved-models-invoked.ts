import { estimateUsage } from '../../cost/estimate.ts';
import type { ObservedUsage } from '../../model/dataset.ts';
import { canonicalBaseModelId } from '../../model/model-id.ts';
import { modelLabel } from '../../model/model-label.ts';
import type { BillableUnit, UsageRow } from '../../model/usage.ts';
import { formatUsd, roundUsd } from '../../model/usd.ts';
import { defineRule, type RuleInput } from '../rule.ts';
import {
  callsByCaller,
  type ModelTraffic,
  recentUsage,
  targetsOf,
  trafficByModel,
  unidentifiedText,
} from '../traffic.ts';

/**
 * Only approved models were called. An empty list is `not-applicable`, not `unknown`: nothing failed
 * to be read; nobody has decided yet, and every model failing would say nothing.
 */
export const onlyApprovedModelsInvoked = defineRule({
  id: 'only-approved-models-invoked',
  title: 'Only approved models are called',
  severity: 'high',
  theme: 'access',
  rationale:
    'An approved list is worth what traffic shows. A model outside it may lack an agreement, a review or a data-protection assessment, may cost many times more, and is what stolen credentials are used for first.',
  remediation: {
    console:
      'Approve the model in Assay (Settings, Approvals), or stop its callers: IAM console, the principals named, deny bedrock:InvokeModel* on the model; better, allow only approved models by a service control policy.',
    cli: `aws organizations create-policy --type SERVICE_CONTROL_POLICY --name only-approved-models --description "Bedrock: approved models only" --content '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"bedrock:InvokeModel*","NotResource":["arn:aws:bedrock:*::foundation-model/APPROVED_MODEL_ID","arn:aws:bedrock:*:*:inference-profile/*APPROVED_MODEL_ID"]}]}'`,
    terraform: `data "aws_iam_policy_document" "approved_models" {
  statement {
    effect        = "Deny"
    actions       = ["bedrock:InvokeModel*"]
    not_resources = var.approved_model_and_profile_arns
  }
}

resource "aws_organizations_policy" "approved_models" {
  name    = "only-approved-models"
  type    = "SERVICE_CONTROL_POLICY"
  content = data.aws_iam_policy_document.approved_models.json
}`,
  },
  references: [
    'https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html',
  ],
  frameworks: [
    'OWASP LLM Top 10 2025: LLM03 Supply Chain',
    'OWASP LLM Top 10 2025: LLM10 Unbounded Consumption',
    'MITRE ATLAS: AML.T0040 AI Model Inference API Access',
    'NIST AI RMF: GOVERN 1.6 Inventory of AI systems',
    'NIST 800-53: CM-7(5) Authorized Software',
    'ISO 42001: A.10.3 Suppliers',
    'SOC 2: CC6.1 Logical access',
    'AWS Well-Architected Generative AI Lens: GENSEC01-BP01 Least privilege access to foundation model endpoints',
  ],
  needs: ['observed-usage', 'inference-profiles'],
  evaluate: (input) => {
    const approved = new Set(input.context.approvedModels.map(canonicalBaseModelId));
    if (approved.size === 0) {
      return { nothing: 'no model has been approved yet; approve models in Settings, Approvals' };
    }
    const usage = recentUsage(input.items('observed-usage'), input.context.today);
    if (usage.length === 0) return { nothing: 'no model was called here in the last 30 days' };
    const profiles = input.items('inference-profiles');
    return trafficByModel(usage, profiles, input.context.lookup).map((traffic) => ({
      resource: traffic.baseModelId,
      status: approved.has(traffic.baseModelId) ? 'pass' : 'fail',
      reason: reasonOf(traffic, approved.has(traffic.baseModelId), input),
      evidence: [input.evidence('observed-usage', usageOf(traffic))],
    }));
  },
});

type Input = RuleInput<'observed-usage' | 'inference-profiles'>;

function reasonOf(traffic: ModelTraffic, approved: boolean, input: Input): string {
  const seen = `${callsByCaller(usageOf(traffic))} in the last 30 days`;
  const name = traffic.own?.name ?? modelLabel(traffic.baseModelId);
  if (approved) return `${name} is approved; ${seen}.`;
  const what = traffic.identified
    ? `${name} is not approved`
    : `${name} is not approved; it ${unidentifiedText(traffic)}`;
  return `${what}; ${seen}, ${costSentence(traffic, input)}.`;
}

function usageOf(traffic: ModelTraffic): readonly ObservedUsage[] {
  return traffic.rows.map((row) => row.usage);
}

/** Input and output tokens at the standard tier of the last day: the dataset has no more detail. */
function costSentence(traffic: ModelTraffic, input: Input): string {
  const pricing = {
    prices: input.context.prices,
    profiles: targetsOf(input.items('inference-profiles'), input.context.lookup),
  };
  const rows = usageOf(traffic).flatMap((usage) => rowsOf(usage, input));
  const estimates = estimateUsage(rows, pricing);
  if (estimates.length === 0) return 'tokens not known';
  const missing = estimates.find((estimate) => !estimate.priced);
  if (missing !== undefined && !missing.priced) return `cost not known (${missing.reason})`;
  const sum = estimates.reduce((total, line) => total + (line.priced ? line.amount : 0n), 0n);
  const rounded = roundUsd(formatUsd(sum), 2);
  const about = rounded === '0.00' && sum > 0n ? 'less than $0.01' : `about $${rounded}`;
  return `${about} at standard prices, cached tokens not counted`;
}

function rowsOf(usage: ObservedUsage, input: Input): readonly UsageRow[] {
  const row = (unit: BillableUnit, quantity: number): UsageRow => ({
    day: usage.lastDay,
    accountId: input.accountId,
    region: input.region,
    modelId: usage.modelArn ?? usage.modelId,
    principalArn: usage.principalArn,
    tier: 'standard',
    unit,
    quantity,
    basis: 'metrics',
  });
  return [
    row('input-tokens', usage.inputTokens ?? 0),
    row('output-tokens', usage.outputTokens ?? 0),
  ].filter(({ quantity }) => quantity > 0);
}
