import type {
  FlowDefinition,
  FlowNode as FlowNodeDetail,
  PromptFlowNodeConfiguration,
} from '@aws-sdk/client-bedrock-agent';
import type { FlowNode } from '../../../../shared/model/dataset.ts';
import { list, text } from '../../aws/required.ts';
import { toGuardrailReference } from './agent-settings.ts';

/** The nodes of a flow, those inside of loops after the loop, named `loop/node`. */
export function toFlowNodes(
  definition: FlowDefinition | undefined,
  within = '',
): readonly FlowNode[] {
  return list(definition?.nodes).flatMap((node) => {
    const name = `${within}${text(node.name, 'definition.nodes.name')}`;
    const inner = node.configuration?.loop?.definition;
    return [toFlowNode(node, name), ...toFlowNodes(inner, `${name}/`)];
  });
}

function toFlowNode(node: FlowNodeDetail, name: string): FlowNode {
  const { knowledgeBase, prompt, agent, lambdaFunction, lex } = node.configuration ?? {};
  return {
    name,
    type: node.type ?? 'UNKNOWN',
    ...prompted(prompt),
    modelId: inlineModel(prompt) ?? knowledgeBase?.modelId ?? null,
    knowledgeBaseId: knowledgeBase?.knowledgeBaseId ?? null,
    agentAliasArn: agent?.agentAliasArn ?? null,
    lambdaArn: lambdaFunction?.lambdaArn ?? null,
    lexBotAliasArn: lex?.botAliasArn ?? null,
    bucketName: bucketOf(node),
    guardrail: toGuardrailReference((prompt ?? knowledgeBase)?.guardrailConfiguration),
  };
}

function prompted(prompt: PromptFlowNodeConfiguration | undefined) {
  return { promptArn: prompt?.sourceConfiguration?.resource?.promptArn ?? null };
}

function inlineModel(prompt: PromptFlowNodeConfiguration | undefined): string | undefined {
  return prompt?.sourceConfiguration?.inline?.modelId;
}

function bucketOf({ configuration }: FlowNodeDetail): string | null {
  const service = (configuration?.storage ?? configuration?.retrieval)?.serviceConfiguration;
  return service?.s3?.bucketName ?? null;
}
