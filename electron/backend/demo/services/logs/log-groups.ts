import { msOfInstant } from '../../../../../shared/model/period.ts';
import { requiredText, textOf, textsOf } from '../../protocols/input.ts';
import type { Call, Operation } from '../../service.ts';
import { WireFault } from '../../wire-fault.ts';
import type { WorldLogGroup } from '../../world/surroundings/surroundings-world.ts';
import { listPage } from '../list-page.ts';

const PAGING = { size: 'limit', token: 'nextToken', usual: 50, most: 50 };

/** DescribeLogGroups: by prefix or by a part of the name, 50 a page at most. */
export const describeLogGroups: Operation = {
  action: 'logs:DescribeLogGroups',
  resource: (call) => `${groupArn(call, '')}:log-stream:`,
  run: (call) => {
    const prefix = textOf(call.input, 'logGroupNamePrefix');
    const pattern = textOf(call.input, 'logGroupNamePattern');
    const identifiers = textsOf(call.input, 'logGroupIdentifiers');
    if (prefix !== undefined && pattern !== undefined) {
      throw invalid('LogGroup name prefix and LogGroup name pattern are mutually exclusive.');
    }
    const found = groupsOf(call).filter(
      ({ name }) =>
        name.startsWith(prefix ?? '') &&
        name.toLowerCase().includes(pattern?.toLowerCase() ?? '') &&
        (identifiers.length === 0 || identifiers.some((one) => nameOf(one) === name)),
    );
    const badToken = () => invalid('The specified nextToken is invalid.');
    const { items, next } = listPage(call, found, { ...PAGING, badToken });
    return { logGroups: items.map((group) => describe(call, group)), nextToken: next };
  },
};

/** GetDataProtectionPolicy of one group, named by its name or ARN. */
export const getDataProtectionPolicy: Operation = {
  action: 'logs:GetDataProtectionPolicy',
  resource: (call) => groupArn(call, nameOf(requiredText(call.input, 'logGroupIdentifier'))),
  run: (call) => {
    const logGroupIdentifier = requiredText(call.input, 'logGroupIdentifier');
    const group = groupsOf(call).find(({ name }) => name === nameOf(logGroupIdentifier));
    if (group === undefined) {
      const text = 'The specified log group does not exist.';
      throw new WireFault('ResourceNotFoundException', 400, text);
    }
    if (group.dataProtectionPolicy === null) return { logGroupIdentifier };
    return {
      logGroupIdentifier,
      policyDocument: group.dataProtectionPolicy,
      lastUpdatedTime: msOfInstant(group.createdAt),
    };
  },
};

function groupsOf(call: Call): readonly WorldLogGroup[] {
  return call.world.logGroups(call.identity.accountId, call.region);
}

function describe(call: Call, group: WorldLogGroup): object {
  const logGroupArn = groupArn(call, group.name);
  return {
    logGroupName: group.name,
    creationTime: msOfInstant(group.createdAt),
    retentionInDays: group.retentionDays ?? undefined,
    metricFilterCount: 0,
    arn: `${logGroupArn}:*`,
    storedBytes: group.storedBytes,
    kmsKeyId: group.kmsKeyArn ?? undefined,
    dataProtectionStatus: group.dataProtectionPolicy === null ? undefined : 'ACTIVATED',
    logGroupClass: group.logClass,
    logGroupArn,
    deletionProtectionEnabled: false,
  };
}

function groupArn(call: Call, name: string): string {
  return `arn:aws:logs:${call.region}:${call.identity.accountId}:log-group:${name}`;
}

function nameOf(identifier: string): string {
  return identifier.startsWith('arn:') ? (identifier.split(':')[6] ?? '') : identifier;
}

function invalid(message: string): WireFault {
  return new WireFault('InvalidParameterException', 400, message);
}
