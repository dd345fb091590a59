import { awsJson } from '../../protocols/aws-json.ts';
import { JSON_CODES } from '../../protocols/fault-codes.ts';
import { operations, type Service } from '../../service.ts';
import { filterLogEvents } from './filter-log-events.ts';
import { describeLogGroups, getDataProtectionPolicy } from './log-groups.ts';

/** Amazon CloudWatch Logs. */
export function logsService(): Service {
  const protocol = awsJson({ version: '1.1', codes: JSON_CODES });
  return {
    name: 'logs',
    regional: true,
    operations: operations({
      DescribeLogGroups: describeLogGroups,
      FilterLogEvents: filterLogEvents,
      GetDataProtectionPolicy: getDataProtectionPolicy,
    }),
    protocol: () => protocol,
  };
}
