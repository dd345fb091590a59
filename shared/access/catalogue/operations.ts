import type { Plane } from './route.ts';

/** The endpoint of an operation; agents and flows have one beside the two planes of models. */
export type OperationEndpoint = Plane | 'bedrock' | 'bedrock-agent-runtime' | 'data-automation';

/** An IAM action that an operation needs, with the resource types that a policy may name for it. */
export interface NeededAction {
  readonly action: string;
  /** Empty where the action knows no resource: policies must then say `*`. */
  readonly resourceTypes: readonly string[];
  /** When it is needed beside the first; absent where it always is. */
  readonly when?: string;
}

/** An API operation that makes Bedrock work, and what it needs. */
export interface BedrockOperation {
  readonly name: string;
  readonly endpoint: OperationEndpoint;
  readonly actions: readonly NeededAction[];
  /** The page beside the Service Authorization Reference that the actions rest on, if any. */
  readonly source?: string;
}

const STREAMED = [
  'application-inference-profile',
  'bedrock-marketplace-model-endpoint',
  'custom-model-deployment',
  'default-prompt-router',
  'foundation-model',
  'imported-model',
  'inference-profile',
  'prompt-router',
  'provisioned-model',
  'system-tool',
];
const INVOKED = [...STREAMED, 'async-invoke', 'project'].sort();

const INVOKE: NeededAction = { action: 'bedrock:InvokeModel', resourceTypes: INVOKED };
const STREAM: NeededAction = {
  action: 'bedrock:InvokeModelWithResponseStream',
  resourceTypes: STREAMED,
};
const GUARD: NeededAction = {
  action: 'bedrock:ApplyGuardrail',
  resourceTypes: ['guardrail', 'guardrail-profile'],
  when: 'a guardrail is named or enforced',
};
const RETRIEVE: NeededAction = {
  action: 'bedrock:Retrieve',
  resourceTypes: ['knowledge-base'],
};
const RERANK_MODEL: NeededAction = { ...INVOKE, when: 'on the reranking model' };
const AUTOMATED = ['blueprint', 'data-automation-profile', 'data-automation-project'];

/**
 * The operations that run models, agents, flows and guardrails. Actions and resource types are those
 * of the Service Authorization Reference (Amazon Bedrock; Amazon Bedrock Powered by AWS Mantle);
 * Converse has no action of its own (Amazon Bedrock API Reference, "Converse").
 */
export const OPERATIONS: readonly BedrockOperation[] = [
  runtime('Converse', [INVOKE, GUARD]),
  runtime('ConverseStream', [STREAM, GUARD]),
  runtime('InvokeModel', [INVOKE, GUARD]),
  runtime('InvokeModelWithResponseStream', [STREAM, GUARD]),
  runtime(
    'InvokeModelWithBidirectionalStream',
    [INVOKE],
    'Amazon Bedrock API Reference, "InvokeModelWithBidirectionalStream"',
  ),
  runtime('StartAsyncInvoke', [INVOKE], 'Amazon Bedrock API Reference, "StartAsyncInvoke"'),
  runtime('CountTokens', [needs('bedrock:CountTokens', ['foundation-model'])]),
  runtime('ApplyGuardrail', [needs('bedrock:ApplyGuardrail', GUARD.resourceTypes)]),
  runtime('InvokeGuardrailChecks', [needs('bedrock:InvokeGuardrailChecks')]),
  {
    name: 'CreateModelInvocationJob',
    endpoint: 'bedrock',
    actions: [
      needs('bedrock:CreateModelInvocationJob', [
        'custom-model',
        'foundation-model',
        'model-invocation-job',
      ]),
    ],
  },
  agents('Retrieve', [RETRIEVE]),
  agents(
    'RetrieveAndGenerate',
    [
      needs('bedrock:RetrieveAndGenerate'),
      { ...RETRIEVE, when: 'a knowledge base is asked' },
      { ...INVOKE, when: 'on the model that answers' },
      { ...needs('bedrock:Rerank'), when: 'results are reranked' },
    ],
    'Amazon Bedrock User Guide, "Permissions for reranking in Amazon Bedrock"',
  ),
  agents(
    'Rerank',
    [needs('bedrock:Rerank'), RERANK_MODEL],
    'Amazon Bedrock User Guide, "Permissions for reranking in Amazon Bedrock"',
  ),
  agents('InvokeAgent', [needs('bedrock:InvokeAgent', ['agent-alias'])]),
  agents(
    'InvokeInlineAgent',
    [needs('bedrock:InvokeInlineAgent'), { ...INVOKE, when: 'on the model of the agent' }],
    'Amazon Bedrock User Guide, "Configure an inline agent at runtime", prerequisites',
  ),
  agents('InvokeFlow', [needs('bedrock:InvokeFlow', ['flow-alias'])]),
  agents('OptimizePrompt', [needs('bedrock:OptimizePrompt')]),
  runtime(
    'RenderPrompt',
    [needs('bedrock:RenderPrompt', ['prompt', 'prompt-version'])],
    'No operation of its own: Converse needs it where modelId is a prompt (permission-only action)',
  ),
  automation('InvokeDataAutomation'),
  automation('InvokeDataAutomationAsync'),
  mantle('CreateInference'),
  mantle('CountTokens'),
];

/**
 * What a call with an API key needs beside the operation's own actions (Service Authorization
 * Reference, `CallWithBearerToken`, which knows no resource).
 */
export function bearerAction(plane: Plane): NeededAction {
  return needs(`${plane === 'bedrock-mantle' ? plane : 'bedrock'}:CallWithBearerToken`);
}

/** The operation of a name on an endpoint; undefined where AWS has none, or Assay does not know it. */
export function operationNamed(
  name: string,
  endpoint: OperationEndpoint,
): BedrockOperation | undefined {
  return OPERATIONS.find((each) => each.name === name && each.endpoint === endpoint);
}

function needs(action: string, resourceTypes: readonly string[] = []): NeededAction {
  return { action, resourceTypes };
}

function runtime(
  name: string,
  actions: readonly NeededAction[],
  source?: string,
): BedrockOperation {
  return at('bedrock-runtime', { name, actions }, source);
}

function agents(name: string, actions: readonly NeededAction[], source?: string): BedrockOperation {
  return at('bedrock-agent-runtime', { name, actions }, source);
}

function automation(name: string): BedrockOperation {
  return at('data-automation', { name, actions: [needs(`bedrock:${name}`, AUTOMATED)] });
}

function mantle(name: string): BedrockOperation {
  return at('bedrock-mantle', { name, actions: [needs(`bedrock-mantle:${name}`, ['project'])] });
}

function at(
  endpoint: OperationEndpoint,
  operation: Pick<BedrockOperation, 'name' | 'actions'>,
  source?: string,
): BedrockOperation {
  return { ...operation, endpoint, ...(source === undefined ? {} : { source }) };
}
