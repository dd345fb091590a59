import type { GuardrailContentFilter, GuardrailVersion } from '../../model/dataset.ts';
import { defineRule } from '../rule.ts';
import { versionResource } from './version-resource.ts';

/**
 * Each guardrail blocks prompt attacks at the highest input strength: its draft and every published
 * version, because callers, agents and enforced configurations may name any of them.
 */
export const guardrailBlocksPromptAttacks = defineRule({
  id: 'guardrail-blocks-prompt-attacks',
  title: 'Guardrails block prompt attacks at high strength',
  severity: 'high',
  theme: 'guardrails',
  rationale:
    'Prompt attacks (jailbreaks and injections) try to make a model ignore its instructions. A lower strength lets attacks of lower confidence through, and a filter that only detects, or is switched off, stops none. A published version never changes: callers of a weak one stay weak until they name another. The filter judges input only; its output strength is always NONE.',
  remediation: {
    console:
      'Amazon Bedrock console: Guardrails, the guardrail, working draft, Content filters: enable Prompt attacks, action Block, strength High; then create a version, let callers use it, and delete weak versions that nobody calls.',
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
      const resource = versionResource(guardrail);
      const evidence = [input.evidence('guardrails', guardrail)];
      const { settings } = guardrail;
      if (!settings.read) {
        const reason = `${subject(guardrail)} could not be read: ${settings.outcome.reason}`;
        const unread = [{ dataset: 'guardrails' as const, outcome: settings.outcome }];
        return { resource, status: 'unknown', reason, evidence, unread };
      }
      const faults = faultsOf(settings.value.contentPolicy?.filters ?? []);
      const status = faults.length === 0 ? 'pass' : 'fail';
      return { resource, status, reason: reasonOf(guardrail, faults), evidence };
    });
  },
});

function faultsOf(filters: readonly GuardrailContentFilter[]): readonly string[] {
  const filter = filters.find((found) => found.type === 'PROMPT_ATTACK');
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

function reasonOf(guardrail: GuardrailVersion, faults: readonly string[]): string {
  const verdict =
    faults.length === 0 ? 'blocks prompt attacks at strength HIGH' : faults.join(' and ');
  return `${subject(guardrail)} ${verdict}.`;
}

function subject({ name, version }: GuardrailVersion): string {
  return `Guardrail ${name} (${version === 'DRAFT' ? version : `version ${version}`})`;
}
