import { JSON_CODES } from '../../protocols/fault-codes.ts';
import type { Call, Operation } from '../../service.ts';
import { commonFault, WireFault } from '../../wire-fault.ts';

/** An operation that every member of the organisation may call. */
export function forMembers(action: string, run: (call: Call) => object): Operation {
  return {
    action,
    run: (call) => {
      requireMember(call);
      return run(call);
    },
  };
}

/** An operation that only the management account may call; this world has no delegated one. */
export function forManagement(action: string, run: (call: Call) => object): Operation {
  return forMembers(action, (call) => {
    if (call.identity.accountId !== call.world.managementAccountId) {
      const text = "You don't have permissions to access this resource.";
      throw commonFault(JSON_CODES, 'denied', text);
    }
    return run(call);
  });
}

function requireMember({ world, identity }: Call): void {
  const { accounts } = world.organizationTree;
  if (accounts.some(({ accountId }) => accountId === identity.accountId)) return;
  const text = 'Your account is not a member of an organization.';
  throw new WireFault('AWSOrganizationsNotInUseException', 400, text);
}
