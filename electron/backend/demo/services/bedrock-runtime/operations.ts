import { countRequestTokens, countTextTokens } from '../../model-answers/tokens.ts';
import { parseJson } from '../../protocols/aws-json.ts';
import { isInput, objectOf, requiredText, textOf } from '../../protocols/input.ts';
import type { Call, Operation } from '../../service.ts';
import { invalidInput } from '../../wire-fault.ts';
import { guardrailArn } from '../bedrock/guardrails.ts';
import { findFoundationModel } from '../bedrock/models.ts';
import { applyGuardrail } from './apply-guardrail.ts';
import { converse } from './converse.ts';
import { converseStream } from './converse-stream.ts';
import { modelResolver, runtimeModelArn } from './runtime-model.ts';

/** Bedrock runtime; Converse has no IAM action of its own but needs those of InvokeModel. */
export function runtimeOperations(): Readonly<Record<string, Operation>> {
  const resolve = modelResolver();
  return {
    Converse: {
      http: 'POST /model/{modelId}/converse',
      action: 'bedrock:InvokeModel',
      resource: runtimeModelArn,
      run: (call) => converse(call, resolve(call)),
    },
    ConverseStream: {
      http: 'POST /model/{modelId}/converse-stream',
      action: 'bedrock:InvokeModelWithResponseStream',
      resource: runtimeModelArn,
      run: (call) => converseStream(call, resolve(call)),
    },
    CountTokens: {
      http: 'POST /model/{modelId}/count-tokens',
      action: 'bedrock:CountTokens',
      resource: runtimeModelArn,
      run: countTokens,
    },
    ApplyGuardrail: {
      http: 'POST /guardrail/{guardrailIdentifier}/version/{guardrailVersion}/apply',
      action: 'bedrock:ApplyGuardrail',
      resource: (call) => guardrailArn(call, textOf(call.input, 'guardrailIdentifier') ?? ''),
      run: applyGuardrail,
    },
  };
}

/**
 * CountTokens: a Converse request, or the body of an InvokeModel request (base64). Bedrock counts
 * for Claude alone, and takes foundation model ids only: a profile id that may be invoked is refused.
 */
function countTokens(call: Call): object {
  const id = requiredText(call.input, 'modelId');
  if (findFoundationModel(call, id)?.providerName !== 'Anthropic') {
    throw invalidInput("The provided model doesn't support counting tokens.");
  }
  const input = objectOf(call.input, 'input') ?? {};
  const request = objectOf(input, 'converse');
  if (request !== undefined) return { inputTokens: countRequestTokens(request) };
  const invoke = objectOf(input, 'invokeModel');
  const body = invoke === undefined ? undefined : textOf(invoke, 'body');
  if (body === undefined) throw invalidInput('input must hold converse or invokeModel');
  return { inputTokens: countStrings(parseJson(Buffer.from(body, 'base64'))) };
}

function countStrings(value: unknown): number {
  if (typeof value === 'string') return countTextTokens(value);
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + countStrings(item), 0);
  return isInput(value) ? countStrings(Object.values(value)) : 0;
}
