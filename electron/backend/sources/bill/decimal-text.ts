import { AppError } from '../../../../shared/model/app-error.ts';

const NUMBER = /^(-?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * An amount of AWS as plain decimal text with nothing lost: `4.9E-9` is `0.0000000049`.
 * @throws AppError `aws-failed` when it is no number: a bill with holes would read as an answer.
 */
export function decimalText(amount: string): string {
  const [, sign = '', whole = '', decimals = '', exponent = '0'] = NUMBER.exec(amount) ?? [];
  if (whole + decimals === '') {
    throw new AppError('aws-failed', `AWS answered '${amount}' where an amount belongs.`);
  }
  const digits = `${whole}${decimals}`;
  const point = whole.length + Number(exponent);
  const left = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  const right = point > 0 ? digits.slice(point) : `${'0'.repeat(-point)}${digits}`;
  const trimmed = right.replace(/0+$/, '');
  return `${sign}${left.replace(/^0+(?=\d)/, '')}${trimmed === '' ? '' : `.${trimmed}`}`;
}

/** Whether a decimal text is zero. */
export function isZero(amount: string): boolean {
  return /^-?[0.]*$/.test(amount);
}
