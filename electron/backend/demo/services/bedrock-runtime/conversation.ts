import type { FoundationModel } from '../../../../../shared/model/dataset.ts';
import { checkGuardrail } from '../../model-answers/guardrail-check.ts';
import { simulateAnswer } from '../../model-answers/simulated-answer.ts';
import { countRequestTokens, lastUserText, requestText } from '../../model-answers/tokens.ts';
import {
  type Input,
  integerOf,
  objectOf,
  objectsOf,
  requiredText,
  textOf,
} from '../../protocols/input.ts';
import type { Call } from '../../service.ts';
import { invalidInput } from '../../wire-fault.ts';
import type { WorldGuardrail } from '../../world/guardrails/guardrails-world.ts';
import { BLOCKED_INPUT, BLOCKED_OUTPUT } from '../bedrock/describe-guardrail.ts';
import { guardrailVersion } from './apply-guardrail.ts';

/** A finished simulated answer, however it is sent. */
export interface Conversation {
  readonly chunks: readonly string[];
  readonly stopReason: string;
  readonly usage: {
    readonly inputTokens: number;
    readonly outputTokens: number;
    readonly totalTokens: number;
  };
  /** Assessments of the guardrail, when a trace was asked for. */
  readonly trace: object | null;
  readonly serviceTier: string;
  readonly performance: object;
}

/** Content of an answer before tier and trace settings are added. */
type Said = Pick<Conversation, 'chunks' | 'stopReason' | 'usage' | 'trace'>;

const DEFAULT_MAX_TOKENS = 4096;
const TIERS: readonly string[] = ['default', 'flex', 'priority', 'reserved'];

/** Checks a Converse request as Bedrock does and answers it, through its guardrail if it has one. */
export function converseAnswer(call: Call, model: FoundationModel): Conversation {
  const { input } = call;
  if (!model.outputModalities.includes('TEXT')) {
    throw invalidInput(
      `This action doesn't support the model that you provided: ${model.modelId}.`,
    );
  }
  checkMessages(objectsOf(input, 'messages'));
  const tier = textOf(objectOf(input, 'serviceTier') ?? {}, 'type') ?? 'default';
  if (!TIERS.includes(tier)) throw invalidInput(`The service tier ${tier} is not known.`);
  const config = objectOf(input, 'guardrailConfig');
  const guardrail = config === undefined ? null : configuredGuardrail(call, config);
  const said = guardrail === null ? speak(input, model) : speakGuarded(input, model, guardrail);
  const traced = config !== undefined && (textOf(config, 'trace') ?? 'disabled') !== 'disabled';
  return {
    ...said,
    trace: traced ? said.trace : null,
    serviceTier: tier,
    performance: objectOf(input, 'performanceConfig') ?? { latency: 'standard' },
  };
}

function checkMessages(messages: readonly Input[]): void {
  const first = messages[0];
  if (first === undefined) throw invalidInput('A conversation must have at least one message.');
  if (first.role !== 'user') {
    const text = 'A conversation must start with a user message.';
    throw invalidInput(`${text} Try again with a conversation that starts with a user message.`);
  }
  for (const [index, message] of messages.entries()) {
    if (objectsOf(message, 'content').length === 0) {
      throw invalidInput(`The content field in the Message object at messages.${index} is empty.`);
    }
    if (message.role === messages[index - 1]?.role) {
      const text = 'A conversation must alternate between user and assistant roles.';
      throw invalidInput(`${text} Make sure the conversation alternates and try again.`);
    }
  }
}

function configuredGuardrail(call: Call, config: Input): WorldGuardrail {
  const id = requiredText(config, 'guardrailIdentifier');
  const found = guardrailVersion(call, id, textOf(config, 'guardrailVersion') ?? 'DRAFT');
  if (found !== undefined) return found;
  throw invalidInput('The guardrail identifier or version provided in the request does not exist.');
}

function speak(input: Input, model: FoundationModel): Said {
  const maxTokens = integerOf(objectOf(input, 'inferenceConfig') ?? {}, 'maxTokens');
  if (maxTokens !== undefined && maxTokens < 1) throw invalidInput('maxTokens must be at least 1.');
  const limit = maxTokens ?? DEFAULT_MAX_TOKENS;
  const answer = simulateAnswer(model.modelName, lastUserText(input), limit);
  const { chunks, stopReason, outputTokens } = answer;
  return { chunks, stopReason, usage: usage(countRequestTokens(input), outputTokens), trace: null };
}

/** A blocked prompt never reaches the model and costs no tokens; an answer is checked too. */
function speakGuarded(input: Input, model: FoundationModel, guardrail: WorldGuardrail): Said {
  const before = checkGuardrail(guardrail, requestText(input), 'INPUT');
  const inputAssessment = { [guardrail.guardrailId]: before.assessment };
  if (before.outcome === 'block') {
    return {
      chunks: [BLOCKED_INPUT],
      stopReason: 'guardrail_intervened',
      usage: usage(0, 0),
      trace: { inputAssessment, actionReason: 'Guardrail blocked.' },
    };
  }
  const said = speak(input, model);
  const text = said.chunks.join('');
  const after = checkGuardrail(guardrail, text, 'OUTPUT');
  const trace = {
    modelOutput: [text],
    inputAssessment,
    outputAssessments: { [guardrail.guardrailId]: [after.assessment] },
  };
  if (after.outcome === 'none') return { ...said, trace };
  const shown = after.outcome === 'block' ? BLOCKED_OUTPUT : after.text;
  return { ...said, chunks: [shown], stopReason: 'guardrail_intervened', trace };
}

function usage(inputTokens: number, outputTokens: number): Conversation['usage'] {
  return { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens };
}
