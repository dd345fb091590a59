import type { JobRole } from '../bedrock/job-roles.ts';
import { ACCOUNT } from '../organization.ts';

/** The roles that functions of agents work as; the refunds' may do anything. */
export const FUNCTION_ROLES: readonly JobRole[] = [
  shop('concierge-orders', ['dynamodb:GetItem', 'dynamodb:Query'], table('orders')),
  shop('refund-executor', ['*'], '*'),
  shop('order-lookup', ['dynamodb:GetItem'], table('orders')),
  shop('catalog-transformer', ['s3:GetObject', 's3:PutObject'], 'arn:aws:s3:::acme-catalog-*/*'),
  shop('shopping-tools', ['dynamodb:Query'], table('products')),
  shop('gateway-interceptor', ['logs:PutLogEvents'], '*'),
  role(ACCOUNT.support, 'ticket-actions', statement(['dynamodb:UpdateItem'], '*')),
  role(ACCOUNT.dataScience, 'research-orchestrator', statement(['bedrock:InvokeModel'], '*')),
  role(ACCOUNT.dataScience, 'research-tools', statement(['s3:*'], '*')),
];

function shop(name: string, actions: readonly string[], resource: string): JobRole {
  return role(ACCOUNT.platform, name, statement(actions, resource));
}

function role(accountId: string, name: string, allowed: object): JobRole {
  return {
    accountId,
    name,
    path: '/',
    service: 'lambda.amazonaws.com',
    guarded: false,
    statements: [allowed],
  };
}

function statement(actions: readonly string[], resource: string): object {
  return { Effect: 'Allow', Action: actions, Resource: resource };
}

function table(name: string): string {
  return `arn:aws:dynamodb:us-east-1:${ACCOUNT.platform}:table/${name}`;
}
