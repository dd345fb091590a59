import { requiredText, textOf } from '../../protocols/input.ts';
import type { Call, Operation } from '../../service.ts';
import { WireFault } from '../../wire-fault.ts';
import type { WorldGuardrail } from '../../world/guardrails/guardrails-world.ts';
import { bedrockPage } from './bedrock-page.ts';
import { describeGuardrail, summarizeGuardrail } from './describe-guardrail.ts';
import type { TagsOf } from './tags.ts';

/** Guardrails; each has a DRAFT and any number of numbered versions. */
export const guardrailOperations: Readonly<Record<string, Operation>> = {
  ListGuardrails: {
    http: 'GET /guardrails',
    action: 'bedrock:ListGuardrails',
    resource: (call) => {
      const id = textOf(call.input, 'guardrailIdentifier');
      return guardrailArn(call, id ?? '*');
    },
    run: listGuardrails,
  },
  GetGuardrail: {
    http: 'GET /guardrails/{guardrailIdentifier}',
    action: 'bedrock:GetGuardrail',
    resource: (call) => guardrailArn(call, requiredText(call.input, 'guardrailIdentifier')),
    run: getGuardrail,
  },
};

/** The tags of a guardrail. */
export const guardrailTags: TagsOf = (call, arn) => findGuardrail(call, arn)[0]?.tags;

/** The ARN of a guardrail in the caller's account and Region; an ARN stays as it is. */
export function guardrailArn(call: Call, id: string): string {
  if (id.startsWith('arn:')) return id;
  return `arn:aws:bedrock:${call.region}:${call.identity.accountId}:guardrail/${id}`;
}

/** All versions of a guardrail by id or ARN, DRAFT first; empty when there is none. */
export function findGuardrail(call: Call, id: string): readonly WorldGuardrail[] {
  const all = call.world.guardrails(call.identity.accountId, call.region);
  return all.find(([draft]) => draft?.guardrailId === id || draft?.guardrailArn === id) ?? [];
}

function listGuardrails(call: Call): object {
  const id = textOf(call.input, 'guardrailIdentifier');
  const all = call.world.guardrails(call.identity.accountId, call.region);
  const listed =
    id === undefined ? all.flatMap((versions) => versions.slice(0, 1)) : existing(call, id);
  const page = bedrockPage(call, listed);
  return { guardrails: page.items.map(summarizeGuardrail), nextToken: page.next };
}

function getGuardrail(call: Call): object {
  const id = requiredText(call.input, 'guardrailIdentifier');
  const version = textOf(call.input, 'guardrailVersion') ?? 'DRAFT';
  const found = existing(call, id).find((guardrail) => guardrail.version === version);
  if (found === undefined) throw notFound(`The guardrail ${id} has no version ${version}.`);
  return describeGuardrail(found);
}

function existing(call: Call, id: string): readonly WorldGuardrail[] {
  const versions = findGuardrail(call, id);
  if (versions.length === 0) {
    throw notFound(`Could not resolve the guardrail ${guardrailArn(call, id)}.`);
  }
  return versions;
}

function notFound(message: string): WireFault {
  return new WireFault('ResourceNotFoundException', 404, message);
}
