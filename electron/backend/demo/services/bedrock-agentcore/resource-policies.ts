import { requiredText } from '../../protocols/input.ts';
import type { Call, Operation } from '../../service.ts';
import { WireFault } from '../../wire-fault.ts';
import { knownValue } from '../../world/agents/known.ts';

/** The resource-based policies of runtimes and gateways, the two kinds that may have one. */
export const resourcePolicyOperations: Readonly<Record<string, Operation>> = {
  GetResourcePolicy: {
    http: 'GET /resourcepolicy/{resourceArn}',
    action: 'bedrock-agentcore:GetResourcePolicy',
    resource: (call) => requiredText(call.input, 'resourceArn'),
    run: getResourcePolicy,
  },
};

function getResourcePolicy(call: Call): object {
  const { world, identity, region, input } = call;
  const arn = requiredText(input, 'resourceArn');
  const runtimes = world.agentCoreRuntimes(identity.accountId, region);
  const gateways = world.agentCoreGateways(identity.accountId, region);
  const found =
    runtimes.find(({ agentRuntimeArn }) => agentRuntimeArn === arn) ??
    gateways.find(({ settings }) => knownValue(settings).gatewayArn === arn);
  const policy = found === undefined ? null : knownValue(found.resourcePolicy);
  if (policy === null) {
    const text = `No resource policy was found for ${arn}.`;
    throw new WireFault('ResourceNotFoundException', 404, text);
  }
  return { policy };
}
