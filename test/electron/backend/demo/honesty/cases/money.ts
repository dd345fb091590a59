import { call, DEFAULT_ACCOUNT, world } from '../honesty-case.ts';

const MANAGEMENT = { accountId: '111122223333' };
const SUPPORT = { accountId: '555566667777', region: 'eu-west-1' };
const [monitor] = world.anomalyMonitors(DEFAULT_ACCOUNT);
const BOTH = { AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] };

export const alarmCases = [
  call('cloudwatch', 'DescribeAlarms', BOTH),
  call('cloudwatch', 'DescribeAlarms', { ...BOTH, MaxRecords: 3 }),
  call('cloudwatch', 'DescribeAlarms', { AlarmNamePrefix: 'bedrock-' }),
  call('cloudwatch', 'DescribeAlarms', BOTH, SUPPORT),
  call('cloudwatch', 'DescribeAlarms', BOTH, MANAGEMENT),
];

export const moneyCases = [
  call('budgets', 'DescribeBudgets', { AccountId: DEFAULT_ACCOUNT, ShowFilterExpression: true }),
  call('budgets', 'DescribeBudgets', { AccountId: MANAGEMENT.accountId }, MANAGEMENT),
  call(
    'budgets',
    'DescribeBudgets',
    { AccountId: MANAGEMENT.accountId, ShowFilterExpression: true, MaxResults: 1 },
    MANAGEMENT,
  ),
  call(
    'budgets',
    'DescribeBudgetNotificationsForAccount',
    { AccountId: MANAGEMENT.accountId },
    MANAGEMENT,
  ),
  call('costExplorer', 'GetAnomalyMonitors'),
  call('costExplorer', 'GetAnomalyMonitors', { MaxResults: 1 }),
  call('costExplorer', 'GetAnomalyMonitors', { MonitorArnList: [monitor?.monitorArn] }),
  call('costExplorer', 'GetAnomalySubscriptions', { MaxResults: 1 }),
  call('costExplorer', 'GetAnomalySubscriptions', { MonitorArn: monitor?.monitorArn }),
  call('costExplorer', 'ListCostAllocationTags', {}, MANAGEMENT),
  call('costExplorer', 'ListCostAllocationTags', { Status: 'Active', MaxResults: 1 }, MANAGEMENT),
  call('quotas', 'ListServiceQuotas', { ServiceCode: 'bedrock' }),
  call('quotas', 'ListServiceQuotas', { ServiceCode: 'bedrock', MaxResults: 20 }, SUPPORT),
  call('quotas', 'ListAWSDefaultServiceQuotas', { ServiceCode: 'bedrock' }),
  call('quotas', 'ListAWSDefaultServiceQuotas', { ServiceCode: 'bedrock', MaxResults: 7 }, SUPPORT),
];
