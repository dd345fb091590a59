import { requiredText } from '../../protocols/input.ts';
import type { Call, Operation } from '../../service.ts';
import { knownValue } from '../../world/agents/known.ts';
import { notFound } from './resources.ts';

const NAME = 'GetResourcePolicy';

/**
 * The operations of bedrock, whose GetResourcePolicy answers for bedrock-agent too: both sign alike
 * and call it alike, but each has a path of its own.
 */
export function withKnowledgeBasePolicies(
  operations: Readonly<Record<string, Operation>>,
): Readonly<Record<string, Operation>> {
  const entries = Object.entries(operations);
  return Object.fromEntries(
    entries.map(([name, operation]) => [name, name === NAME ? shared(operation) : operation]),
  );
}

function shared(operation: Operation): Operation {
  return {
    ...operation,
    http: [...[operation.http ?? []].flat(), 'GET /resourcepolicy/{resourceArn}'],
    run: (call) =>
      call.request.path.startsWith('/resourcepolicy/')
        ? getKnowledgeBasePolicy(call)
        : operation.run(call),
  };
}

function getKnowledgeBasePolicy(call: Call): object {
  const resourceArn = requiredText(call.input, 'resourceArn');
  const found = call.world
    .agentResourcePolicies(call.identity.accountId, call.region)
    .find((one) => one.resourceArn === resourceArn);
  const policy = found === undefined ? null : knownValue(found.policy);
  if (policy === null) throw notFound(`There is no resource policy for ${resourceArn}.`);
  return { resourceArn, policy, revisionId: String(policy.length) };
}
