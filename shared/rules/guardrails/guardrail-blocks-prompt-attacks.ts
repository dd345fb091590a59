import type { Guardrail, GuardrailContentFilter } from '../../model/dataset.ts';
import { defineRule } from '../rule.ts';

/** Each guardrail blocks prompt attacks at the highest input strength. */
export const guardrailBlocksPromptAttacks = defineRule({
  id: 'guardrail-blocks-prompt-attacks',
  title: 'Guardrails block prompt attacks at high strength',
  severity: 'high',
  theme: 'guardrails',
  rationale:
    'Prompt attacks (jailbreaks and injections) try to make a model ignore its instructions. A lower strength lets attacks of lower confidence through, and a filter that only detects, or is switched off, stops none. The filter judges input only; its output strength is always NONE.',
  remediation: {
    console:
      'Amazon Bedrock console: Guardrails, the guardrail, working draft, Content filters: enable Prompt attacks, action Block, strength High; then create a version and let callers use it.',
    cli: `aws bedrock update-guardrail --guardrail-identifier ID --name NAME --blocked-input-messaging TEXT --blocked-outputs-messaging TEXT --content-policy-config '{"filtersConfig":[{"type":"PROMPT_ATTACK","inputStrength":"HIGH","outputStrength":"NONE","inputAction":"BLOCK","inputEnabled":true}]}'
# update-guardrail replaces the whole draft: repeat its other policies.`,
    terraform: `resource "aws_bedrock_guardrail" "this" {
  content_policy_config {
    filters_config {
      type            = "PROMPT_ATTACK"
      input_strength  = "HIGH"
      output_strength = "NONE"
    }
  }
}`,
  },
  references: [
    'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-prompt-attack.html',
    'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GuardrailContentFilter.html',
  ],
  frameworks: [
    'OWASP LLM Top 10 2025: LLM01 Prompt Injection',
    'MITRE ATLAS: AML.T0051 LLM Prompt Injection',
    'MITRE ATLAS: AML.T0054 LLM Jailbreak',
    'NIST AI RMF: MEASURE 2.7 Security and resilience',
    'NIST 800-53: SI-10 Information Input Validation',
    'AWS Well-Architected Generative AI Lens: GENSEC04-BP02 Sanitize and validate user inputs',
  ],
  needs: ['guardrails'],
  evaluate: (input) => {
    const guardrails = input.items('guardrails');
    if (guardrails.length === 0) return { nothing: 'there is no guardrail in this Region' };
    return guardrails.map((guardrail) => {
      const faults = faultsOf(guardrail);
      return {
        resource: guardrail.guardrailArn,
        status: faults.length === 0 ? 'pass' : 'fail',
        reason: reasonOf(guardrail, faults),
        evidence: [input.evidence('guardrails', guardrail)],
      };
    });
  },
});

function faultsOf(guardrail: Guardrail): readonly string[] {
  const filter = guardrail.contentFilters.find((found) => found.type === 'PROMPT_ATTACK');
  return filter === undefined ? ['has no prompt-attack filter'] : filterFaults(filter);
}

function filterFaults(filter: GuardrailContentFilter): readonly string[] {
  return [
    ...(filter.inputEnabled ? [] : ['has its prompt-attack filter disabled']),
    ...(filter.inputStrength === 'HIGH'
      ? []
      : [`filters prompt attacks at strength ${filter.inputStrength}, not HIGH`]),
    ...(filter.inputAction === 'BLOCK'
      ? []
      : [`does not block prompt attacks (action ${filter.inputAction})`]),
  ];
}

function reasonOf(guardrail: Guardrail, faults: readonly string[]): string {
  const subject = `Guardrail ${guardrail.name} (${guardrail.version})`;
  const verdict =
    faults.length === 0 ? 'blocks prompt attacks at strength HIGH' : faults.join(' and ');
  return `${subject} ${verdict}.${unjudged(guardrail)}`;
}

/** Only what was read is judged; callers may use a published version that differs. */
function unjudged({ versions }: Guardrail): string {
  if (versions.length === 0) return '';
  const named =
    versions.length === 1 ? `version ${versions[0]} is` : `versions ${versions.join(', ')} are`;
  return ` Its published ${named} not judged.`;
}
