import { awsJson } from '../../protocols/aws-json.ts';
import { JSON_CODES } from '../../protocols/fault-codes.ts';
import { integerOf, requiredText, textOf } from '../../protocols/input.ts';
import { pageOf, readToken, requestKey } from '../../protocols/page.ts';
import { type Call, operations, type Service } from '../../service.ts';
import { invalidInput, WireFault } from '../../wire-fault.ts';
import type { WorldServiceQuota } from '../../world/money/money-world.ts';

const MAX_PAGE = 100;

/** AWS Service Quotas; this world has the quotas of Bedrock. */
export function serviceQuotasService(): Service {
  const codes = {
    ...JSON_CODES,
    invalid: { code: 'IllegalArgumentException', status: 400 },
    throttled: { code: 'TooManyRequestsException', status: 400 },
    internal: { code: 'ServiceException', status: 500 },
  };
  const protocol = awsJson({ version: '1.1', codes });
  return {
    name: 'servicequotas',
    regional: true,
    operations: operations({
      ListServiceQuotas: { action: 'servicequotas:ListServiceQuotas', run: listServiceQuotas },
      ListAWSDefaultServiceQuotas: {
        action: 'servicequotas:ListAWSDefaultServiceQuotas',
        run: listDefaultQuotas,
      },
    }),
    protocol: () => protocol,
  };
}

/** A quota to which nothing was applied is absent, as AWS documents it. */
function listServiceQuotas(call: Call): object {
  const code = textOf(call.input, 'QuotaCode');
  const applied = bedrockQuotas(call).flatMap(({ applied: value, ...quota }) =>
    value === null || (code !== undefined && code !== quota.code) ? [] : [{ ...quota, value }],
  );
  return pageOfQuotas(call, applied, (quota) => ({
    ...describeQuota(quota),
    QuotaAppliedAtLevel: 'ACCOUNT',
  }));
}

/** The same in every account: the ARNs name none. */
function listDefaultQuotas(call: Call): object {
  const all = bedrockQuotas(call).map((quota) => ({
    ...quota,
    quotaArn: `arn:aws:servicequotas:${call.region}::bedrock/${quota.code}`,
    value: quota.default,
  }));
  return pageOfQuotas(call, all, describeQuota);
}

function bedrockQuotas({ input, identity, region, world }: Call): readonly WorldServiceQuota[] {
  if (requiredText(input, 'ServiceCode') !== 'bedrock') {
    throw new WireFault('NoSuchResourceException', 400, 'The service code is not known.');
  }
  return world.serviceQuotas(identity.accountId, region);
}

/** What both lists say of a quota. */
type ListedQuota = Omit<WorldServiceQuota, 'applied' | 'default' | 'holds'>;

function pageOfQuotas(
  { input, identity, region }: Call,
  all: readonly ListedQuota[],
  describe: (quota: ListedQuota) => object,
): object {
  const size = integerOf(input, 'MaxResults') ?? MAX_PAGE;
  if (size < 1 || size > MAX_PAGE) throw invalidInput(`MaxResults must be 1 to ${MAX_PAGE}`);
  const request = requestKey(input, `${identity.accountId} ${region}`, ['NextToken', 'MaxResults']);
  const token = textOf(input, 'NextToken');
  const offset = token === undefined ? 0 : readToken(token, request)?.offset;
  if (offset === undefined) {
    throw new WireFault('InvalidPaginationTokenException', 400, 'The token is not valid.');
  }
  const page = pageOf(all, { offset, size, request });
  return { Quotas: page.items.map(describe), NextToken: page.next };
}

function describeQuota(quota: ListedQuota): object {
  return {
    ServiceCode: 'bedrock',
    ServiceName: 'Amazon Bedrock',
    QuotaArn: quota.quotaArn,
    QuotaCode: quota.code,
    QuotaName: quota.name,
    Value: quota.value,
    Unit: quota.unit,
    Adjustable: quota.adjustable,
    GlobalQuota: quota.global,
  };
}
