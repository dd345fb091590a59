import type {
  CloudWatchLogs,
  LogGroup as LogGroupDescription,
} from '@aws-sdk/client-cloudwatch-logs';
import type { LogGroup, Part } from '../../../../shared/model/dataset.ts';
import { instantOfMs } from '../../../../shared/model/period.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import { paginate } from '../../aws/paginate.ts';
import { list, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { nullWhen } from './null-when.ts';

const AT_ONCE = 4;

/**
 * How the groups begin that AWS writes Bedrock's and AgentCore's logs to: runtimes, memories and
 * gateways of AgentCore, and the vended logs of knowledge bases and agents.
 */
const PREFIXES = ['/aws/bedrock', 'aws/bedrock', '/aws/vendedlogs/bedrock'];

/** The log groups that hold what Bedrock and AgentCore say, and how they keep it. */
export const logGroups: Collector<'log-groups'> = {
  dataset: 'log-groups',
  title: 'Log groups of Bedrock',
  scope: 'region',
  iamActions: ['logs:DescribeLogGroups', 'logs:GetDataProtectionPolicy'],
  follows: ['invocation-logging'],
  collect: async (context) => {
    const readings = await context.items('invocation-logging');
    const named = new Set(
      readings.flatMap(({ items }) => items.flatMap(({ logGroup }) => logGroup ?? [])),
    );
    const prefixes = wholePrefixes([...PREFIXES, ...named]);
    const client = await context.clients.logs(context.region);
    const found = await inParallel(prefixes, AT_ONCE, (prefix) => listed(context, client, prefix));
    const wanted = found.flat().filter(({ logGroupName = '' }) => {
      return named.has(logGroupName) || PREFIXES.some((prefix) => logGroupName.startsWith(prefix));
    });
    return inParallel(wanted, AT_ONCE, async (group) =>
      toLogGroup(group, named, await dataProtection(context, client, group)),
    );
  },
};

/** Without those that begin with another one, whose groups that one lists already. */
export function wholePrefixes(prefixes: readonly string[]): readonly string[] {
  return prefixes.filter(
    (prefix, at) =>
      !prefixes.some((other, place) => (prefix === other ? place < at : prefix.startsWith(other))),
  );
}

async function listed(
  { call }: CollectContext,
  client: CloudWatchLogs,
  logGroupNamePrefix: string,
): Promise<readonly LogGroupDescription[]> {
  const groups: LogGroupDescription[] = [];
  const pages = paginate(
    (nextToken) =>
      call('logs:DescribeLogGroups', (options) =>
        client.describeLogGroups({ logGroupNamePrefix, limit: 50, nextToken }, options),
      ),
    (page) => page.nextToken,
  );
  for await (const page of pages) groups.push(...list(page.logGroups));
  return groups;
}

/** Asked only where AWS says that the group has, or once had, a policy. */
function dataProtection(
  { call, part }: CollectContext,
  client: CloudWatchLogs,
  group: LogGroupDescription,
): Promise<Part<string | null>> {
  if (group.dataProtectionStatus === undefined) {
    return Promise.resolve({ read: true, value: null });
  }
  const logGroupIdentifier = text(group.logGroupName, 'logGroups.logGroupName');
  return part('logs:GetDataProtectionPolicy', async () => {
    const answer = await call('logs:GetDataProtectionPolicy', (options) =>
      nullWhen(
        ['ResourceNotFoundException'],
        client.getDataProtectionPolicy({ logGroupIdentifier }, options),
      ),
    );
    return group.dataProtectionStatus === 'ACTIVATED' ? (answer?.policyDocument ?? null) : null;
  });
}

/** A group with its policy; `named` are the groups that invocation logging delivers to. */
export function toLogGroup(
  group: LogGroupDescription,
  named: ReadonlySet<string>,
  dataProtectionPolicy: Part<string | null>,
): LogGroup {
  const name = text(group.logGroupName, 'logGroups.logGroupName');
  const arn = group.logGroupArn ?? group.arn;
  return {
    name,
    arn: text(arn, 'logGroups.arn').replace(/:\*$/, ''),
    invocationLogs: named.has(name),
    retentionDays: group.retentionInDays ?? null,
    kmsKeyArn: group.kmsKeyId ?? null,
    logClass: group.logGroupClass ?? 'STANDARD',
    storedBytes: group.storedBytes ?? null,
    createdAt: group.creationTime === undefined ? null : instantOfMs(group.creationTime),
    inheritsDataProtection: list(group.inheritedProperties).includes('ACCOUNT_DATA_PROTECTION'),
    dataProtectionPolicy,
  };
}
