import { REST_JSON_CODES } from '../../protocols/fault-codes.ts';
import { requiredText } from '../../protocols/input.ts';
import { restJson } from '../../protocols/rest-json.ts';
import { type Call, type Operation, operations, type Service } from '../../service.ts';
import { WireFault } from '../../wire-fault.ts';
import { resourceId } from '../../world/identifiers.ts';
import type { WorldFunction } from '../../world/surroundings/surroundings-world.ts';

const FUNCTION = '/2015-03-31/functions/{FunctionName}';

/** AWS Lambda: settings of functions and who may invoke them. */
export function lambdaService(): Service {
  const known: Readonly<Record<string, Operation>> = {
    GetFunctionConfiguration: {
      action: 'lambda:GetFunctionConfiguration',
      http: `GET ${FUNCTION}/configuration`,
      resource: functionArn,
      run: getConfiguration,
    },
    GetPolicy: {
      action: 'lambda:GetPolicy',
      http: `GET ${FUNCTION}/policy`,
      resource: functionArn,
      run: getPolicy,
    },
  };
  const protocol = restJson(
    {
      ...REST_JSON_CODES,
      throttled: { code: 'TooManyRequestsException', status: 429 },
      internal: { code: 'ServiceException', status: 500 },
      invalid: { code: 'InvalidParameterValueException', status: 400 },
    },
    known,
  );
  return {
    name: 'lambda',
    regional: true,
    operations: operations(known),
    protocol: () => protocol,
  };
}

/** A function's ARN from its name, a partial ARN or a whole one, without version or alias. */
function functionArn(call: Call): string {
  const parts = requiredText(call.input, 'FunctionName').split(':');
  const at = parts.indexOf('function');
  const name = at === -1 ? parts[0] : parts[at + 1];
  const [, , , region = call.region, accountId = call.identity.accountId] =
    parts[0] === 'arn' ? parts : [];
  return `arn:aws:lambda:${region}:${accountId}:function:${name}`;
}

function findFunction(call: Call): WorldFunction {
  const arn = functionArn(call);
  const found = call.world
    .functions(call.identity.accountId, call.region)
    .find((one) => one.functionArn === arn);
  if (found === undefined) throw notFound(`Function not found: ${arn}`);
  return found;
}

function getConfiguration(call: Call): object {
  const found = findFunction(call);
  return {
    FunctionName: found.functionArn.split(':')[6],
    FunctionArn: found.functionArn,
    Runtime: found.runtime,
    Role: found.roleArn,
    Handler: 'app.handler',
    CodeSize: 41_206,
    Timeout: 30,
    MemorySize: 256,
    LastModified: found.lastModified,
    Version: '$LATEST',
    VpcConfig: {
      VpcId: found.vpcId ?? '',
      SubnetIds: found.vpcId === null ? [] : ['subnet-0a41c7e92b5d3f816'],
      SecurityGroupIds: found.vpcId === null ? [] : ['sg-0b6f2d81e4a97c350'],
      Ipv6AllowedForDualStack: false,
    },
    Environment: environmentOf(found),
    KMSKeyArn: found.kmsKeyArn ?? undefined,
    TracingConfig: { Mode: 'PassThrough' },
    RevisionId: resourceId(`revision/${found.functionArn}`, 36),
    State: 'Active',
    LastUpdateStatus: 'Successful',
    PackageType: 'Zip',
    Architectures: ['arm64'],
    EphemeralStorage: { Size: 512 },
  };
}

/** Lambda leaves the environment out where there is none. */
function environmentOf({ environment }: WorldFunction): object | undefined {
  return Object.keys(environment).length === 0 ? undefined : { Variables: environment };
}

function getPolicy(call: Call): object {
  const found = findFunction(call);
  if (found.policy === null) throw notFound('The resource you requested does not exist.');
  return { Policy: found.policy, RevisionId: resourceId(`policy/${found.functionArn}`, 36) };
}

function notFound(message: string): WireFault {
  return new WireFault('ResourceNotFoundException', 404, message);
}
