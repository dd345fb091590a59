import {
  type Answers,
  type Api,
  type Call,
  type Input,
  inputs,
  type Method,
  type Send,
} from './contract.ts';
import { inputProblem } from './plain-issues.ts';
import { type Result, toApiError } from './result.ts';

/** The host's side: checks method and input, calls the API, and always answers a result. */
export function dispatcher(api: Api): Send {
  return async (method, input) => {
    if (!isMethod(method)) return invalid(`There is no method '${method.slice(0, 80)}'.`);
    const parsed = inputs[method].safeParse(input);
    if (!parsed.success) return invalid(`${inputProblem(method, parsed.error)}.`);
    try {
      return { ok: true, value: await callApi(api, method, parsed.data) };
    } catch (thrown) {
      return { ok: false, error: toApiError(thrown) };
    }
  };
}

/** The caller's side of any carrier. */
export function client(send: Send): Call {
  return async <M extends Method>(method: M, input: Input<M>) =>
    (await send(method, input)) as Result<Answers[M]>;
}

function isMethod(method: string): method is Method {
  return Object.hasOwn(inputs, method);
}

function callApi(api: Api, method: Method, input: unknown): Promise<unknown> {
  const implementation = api[method] as (input: unknown) => Promise<unknown>;
  return implementation(input);
}

function invalid(message: string): Result<never> {
  return { ok: false, error: { code: 'invalid-input', message } };
}
