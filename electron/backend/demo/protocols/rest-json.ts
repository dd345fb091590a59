import type { Operation, Protocol } from '../service.ts';
import type { FaultCodes } from '../wire-fault.ts';
import { parseJson } from './aws-json.ts';
import { compileRoute, matchRoute, routesOf } from './rest.ts';

/** restJson1: method and path name the operation, errors in `x-amzn-errortype`. */
export function restJson(
  codes: FaultCodes,
  operations: Readonly<Record<string, Operation>>,
): Protocol {
  const compiled = routesOf(operations).map(compileRoute);
  return {
    codes,
    read(request) {
      const match = matchRoute(compiled, request);
      if (match === null) return null;
      const input = () => ({
        ...(request.method === 'GET' ? {} : parseJson(request.body)),
        ...Object.fromEntries(request.query),
        ...match.labels,
      });
      return { operation: match.operation, input };
    },
    reply: (output, _operation, requestId) => ({
      status: 200,
      headers: { 'content-type': 'application/json', 'x-amzn-requestid': requestId },
      body: JSON.stringify(output),
    }),
    fail: (fault, requestId) => ({
      status: fault.status,
      headers: {
        'content-type': 'application/json',
        'x-amzn-requestid': requestId,
        'x-amzn-errortype': fault.code,
      },
      body: JSON.stringify({ message: fault.message }),
    }),
  };
}
