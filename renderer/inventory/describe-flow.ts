import type { Flow, FlowNode, FlowVersion, Prompt } from '../../shared/model/dataset.ts';
import { shortArn } from '../format.ts';
import type { Described } from './base-entry.ts';
import { guardrailValue, lambdaName } from './describe-agent.ts';
import type { EntrySection, Fact, Value } from './entry.ts';
import {
  arnValue,
  fact,
  keyValue,
  modelValue,
  NAMES,
  partFact,
  roleValue,
  statusFact,
  timeFact,
} from './facts.ts';

/** Types of nodes that call a model and can carry a guardrail. */
const GUARDABLE: readonly string[] = ['Prompt', 'KnowledgeBase'];

/** A flow by what stands behind its aliases, or its DRAFT where it has none. */
export function describeFlow(flow: Flow): Described {
  const { flowArn, name, status, aliases, versions, updatedAt } = flow;
  const used = usedVersions(flow).map(({ settings }) => settings);
  return {
    kind: 'Flow',
    name,
    awsId: flowArn,
    facts: [
      partFact({ id: 'aliases', label: 'Aliases' }, [aliases], (each) =>
        each.map(({ name: alias, flowVersions }) => ({
          text: `${alias} → ${flowVersions.join(', ')}`,
        })),
      ),
      partFact(NAMES.models, used, ({ nodes }) =>
        nodes.flatMap(({ modelId }) => modelValue(modelId)),
      ),
      partFact({ ...NAMES.guardrail, none: 'no node calls a model' }, used, ({ nodes }) =>
        nodes.filter(({ type }) => GUARDABLE.includes(type)).map(nodeGuardrail),
      ),
      partFact({ id: 'nodes', label: 'Nodes' }, used, ({ nodes }) => [
        { text: String(nodes.length) },
      ]),
      problemsFact(versions),
      partFact(NAMES.role, used, ({ executionRoleArn }) => roleValue(executionRoleArn)),
      partFact(NAMES.key, used, (each) => keyValue(each.customerEncryptionKeyArn)),
      statusFact(status),
      timeFact(NAMES.updated, updatedAt),
    ],
    sections: versions.map(versionSection),
  };
}

function usedVersions({ aliases, versions }: Flow): readonly FlowVersion[] {
  if (!aliases.read) return versions;
  const routed = new Set(aliases.value.flatMap(({ flowVersions }) => flowVersions));
  const used = versions.filter(({ flowVersion }) => routed.has(flowVersion));
  return used.length === 0 ? versions : used;
}

function nodeGuardrail({ name, guardrail }: FlowNode): Value {
  return guardrailValue(guardrail, `${name}: `);
}

/** What AWS finds wrong with the DRAFT: it validates no other version. */
function problemsFact(versions: readonly FlowVersion[]): Fact {
  const parts = versions.map(({ settings }) => settings);
  return partFact({ id: 'problems', label: 'Problems' }, parts, ({ validations }) =>
    (validations ?? []).map(({ severity, message }) => ({
      text: `${severity}: ${message.replace(/\.$/, '')}`,
      warns: true,
    })),
  );
}

function versionSection({ flowVersion, settings }: FlowVersion): EntrySection {
  return {
    title: flowVersion === 'DRAFT' ? 'DRAFT' : `Version ${flowVersion}`,
    facts: [
      partFact(NAMES.role, [settings], ({ executionRoleArn }) => roleValue(executionRoleArn)),
      partFact(NAMES.key, [settings], (each) => keyValue(each.customerEncryptionKeyArn)),
      partFact({ id: 'nodes', label: 'Nodes' }, [settings], ({ nodes }) => nodes.map(nodeValue)),
    ],
  };
}

function nodeValue(node: FlowNode): Value {
  const { name, type, modelId, promptArn, knowledgeBaseId, agentAliasArn, lambdaArn } = node;
  const uses =
    (modelId === null ? null : modelValue(modelId)[0]?.text) ??
    knowledgeBaseId ??
    (lambdaArn === null ? null : lambdaName(lambdaArn)) ??
    node.bucketName ??
    shortOrNull(promptArn ?? agentAliasArn ?? node.lexBotAliasArn);
  return { text: `${name} (${type}${uses === null ? '' : `: ${uses}`})` };
}

function shortOrNull(arn: string | null): string | null {
  return arn === null ? null : shortArn(arn);
}

/** A prompt of Prompt management; its wording is not kept. */
export function describePrompt({
  promptArn,
  name,
  settings,
  versions,
  updatedAt,
}: Prompt): Described {
  return {
    kind: 'Prompt',
    name,
    awsId: promptArn,
    facts: [
      partFact({ id: 'variants', label: 'Variants' }, [settings], ({ variants, defaultVariant }) =>
        variants.map((variant) => ({
          text: variant.name === defaultVariant ? `${variant.name} (default)` : variant.name,
        })),
      ),
      partFact(NAMES.models, [settings], ({ variants }) =>
        variants.flatMap(({ modelId, agentIdentifier }) =>
          modelId === null ? arnValue(agentIdentifier, 'agent') : modelValue(modelId),
        ),
      ),
      partFact({ id: 'versions', label: 'Versions', none: 'DRAFT only' }, [versions], (numbers) =>
        numbers.map((text) => ({ text })),
      ),
      partFact(NAMES.key, [settings], (each) => keyValue(each.customerEncryptionKeyArn)),
      timeFact(NAMES.updated, updatedAt),
    ],
    sections: settings.read
      ? settings.value.variants.map((variant) => ({
          title: `Variant: ${variant.name}`,
          facts: [
            fact({ id: 'template', label: 'Template' }, [{ text: variant.templateType }]),
            fact(NAMES.models, modelValue(variant.modelId)),
            fact({ id: 'agent', label: 'Agent' }, arnValue(variant.agentIdentifier, 'agent')),
          ],
        }))
      : [],
  };
}
