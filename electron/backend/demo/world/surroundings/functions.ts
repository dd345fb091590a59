import { FUNCTIONS } from '../agents/names.ts';
import { ACCOUNT } from '../organization.ts';
import { keyArn } from './key-names.ts';
import type { WorldFunction } from './surroundings-world.ts';

/** The key of the shop's functions. */
export const FUNCTION_KEY = keyArn(
  'us-east-1',
  ACCOUNT.platform,
  'f6a20c83-1e5d-47b9-a0c4-8d3e7b91f265',
);

const SHOP_VPC = 'vpc-04c19e7ab2d835f60';

/**
 * Every function that Bedrock runs. The concierge's is as it should be; the refunds' works as a role
 * that may do anything and holds a password in its environment; the scientists' tools may be invoked
 * by anybody.
 */
const ALL: readonly WorldFunction[] = [
  shop(FUNCTIONS.conciergeOrders, 'concierge-orders'),
  shop(FUNCTIONS.refundExecutor, 'refund-executor', {
    kmsKeyArn: null,
    vpcId: null,
    environment: { REFUND_API: 'https://pay.acme.example', REFUND_API_PASSWORD: 'not-for-reading' },
  }),
  shop(FUNCTIONS.orderLookup, 'order-lookup', { environment: { TABLE: 'orders' } }),
  shop(FUNCTIONS.catalogTransformer, 'catalog-transformer'),
  shop(FUNCTIONS.shoppingTools, 'shopping-tools', { policy: null }),
  shop(FUNCTIONS.gatewayInterceptor, 'gateway-interceptor', { policy: null }),
  made(FUNCTIONS.ticketActions, 'ticket-actions'),
  made(FUNCTIONS.researchOrchestrator, 'research-orchestrator'),
  made(FUNCTIONS.researchTools, 'research-tools', {
    policy: policyOf(FUNCTIONS.researchTools, { Principal: '*' }),
  }),
];

/** The functions of an account and Region. */
export function functionsIn(accountId: string, region: string): readonly WorldFunction[] {
  return ALL.filter(({ functionArn }) => {
    const [, , , place, owner] = functionArn.split(':');
    return place === region && owner === accountId;
  });
}

function shop(arn: string, role: string, traits: Partial<WorldFunction> = {}): WorldFunction {
  return made(arn, role, { kmsKeyArn: FUNCTION_KEY, vpcId: SHOP_VPC, ...traits });
}

function made(
  functionArn: string,
  role: string,
  traits: Partial<WorldFunction> = {},
): WorldFunction {
  const accountId = functionArn.split(':')[4] ?? '';
  return {
    functionArn,
    runtime: 'python3.13',
    roleArn: `arn:aws:iam::${accountId}:role/${role}`,
    kmsKeyArn: null,
    vpcId: null,
    environment: {},
    lastModified: '2026-09-14T15:21:07.000+0000',
    policy: policyOf(functionArn, {
      Principal: { Service: 'bedrock.amazonaws.com' },
      Condition: { StringEquals: { 'AWS:SourceAccount': accountId } },
    }),
    ...traits,
  };
}

function policyOf(functionArn: string, who: object): string {
  const statement = {
    Sid: 'bedrock-invokes',
    Effect: 'Allow',
    Action: 'lambda:InvokeFunction',
    Resource: functionArn,
    ...who,
  };
  return JSON.stringify({ Version: '2012-10-17', Id: 'default', Statement: [statement] });
}
