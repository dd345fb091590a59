import type { FlowNode, FlowSettings } from '../../../../../shared/model/dataset.ts';

/** The definition of a flow; nodes of a loop stand inside of it. */
export function flowDefinition({ nodes }: FlowSettings): object {
  const outer = nodes.filter(({ name }) => !name.includes('/'));
  return { nodes: outer.map((node) => nodeDetail(node, nodes)), connections: connections(outer) };
}

/** One connection from each node to the next. */
function connections(nodes: readonly FlowNode[]): readonly object[] {
  return nodes.slice(1).map(({ name: target }, index) => {
    const source = nodes[index]?.name;
    const configuration = { data: { sourceOutput: 'document', targetInput: 'document' } };
    return { type: 'Data', name: `${source}To${target}`, source, target, configuration };
  });
}

function nodeDetail(node: FlowNode, all: readonly FlowNode[]): object {
  const [member, configuration] = MEMBERS[node.type]?.(node, all) ?? [];
  return {
    name: node.name.split('/').at(-1),
    type: node.type,
    configuration: member === undefined ? undefined : { [member]: configuration },
    inputs: node.type === 'Input' ? [] : [{ ...DOCUMENT, expression: '$.data' }],
    outputs: node.type === 'Output' ? [] : [DOCUMENT],
  };
}

const DOCUMENT = { name: 'document', type: 'String' };

type Member = readonly [name: string, configuration: object];

/** The member of the configuration that each type of node has. */
const MEMBERS: Readonly<
  Record<string, (node: FlowNode, all: readonly FlowNode[]) => Member | undefined>
> = {
  Input: () => ['input', {}],
  Output: () => ['output', {}],
  Prompt: (node) => ['prompt', prompt(node)],
  Condition: () => ['condition', { conditions: [{ name: 'default' }] }],
  KnowledgeBase: ({ knowledgeBaseId, modelId, guardrail }) => [
    'knowledgeBase',
    {
      knowledgeBaseId,
      modelId: modelId ?? undefined,
      guardrailConfiguration: guardrail ?? undefined,
    },
  ],
  Agent: ({ agentAliasArn }) => ['agent', { agentAliasArn }],
  LambdaFunction: ({ lambdaArn }) => ['lambdaFunction', { lambdaArn }],
  Lex: ({ lexBotAliasArn: botAliasArn }) => ['lex', { botAliasArn, localeId: 'en_US' }],
  Storage: ({ bucketName }) => ['storage', { serviceConfiguration: { s3: { bucketName } } }],
  Retrieval: ({ bucketName }) => ['retrieval', { serviceConfiguration: { s3: { bucketName } } }],
  InlineCode: () => ['inlineCode', { code: 'return document', language: 'Python_3' }],
  Loop: (node, all) => ['loop', { definition: loopDefinition(node, all) }],
  LoopInput: () => ['loopInput', {}],
  LoopController: () => [
    'loopController',
    { continueCondition: { name: 'again', expression: 'done == false' }, maxIterations: 5 },
  ],
};

function loopDefinition({ name }: FlowNode, all: readonly FlowNode[]): object {
  const inner = all.filter((node) => node.name.startsWith(`${name}/`));
  return { nodes: inner.map((node) => nodeDetail(node, [])), connections: [] };
}

function prompt({ modelId, promptArn, guardrail }: FlowNode): object {
  const inline = {
    modelId,
    templateType: 'TEXT',
    templateConfiguration: { text: { text: 'Sort this: {{document}}' } },
  };
  const source = promptArn === null ? { inline } : { resource: { promptArn } };
  return { sourceConfiguration: source, guardrailConfiguration: guardrail ?? undefined };
}
