/** What is known of a statement about a request: `unknown` where it rests on a value nobody told. */
export type Truth = 'yes' | 'no' | 'unknown';

/** `yes` where all are, `no` where one is not, `unknown` otherwise; nothing at all is `yes`. */
export function allOf(truths: Iterable<Truth>): Truth {
  let answer: Truth = 'yes';
  for (const truth of truths) {
    if (truth === 'no') return 'no';
    if (truth === 'unknown') answer = 'unknown';
  }
  return answer;
}

/** `yes` where one is, `no` where none is, `unknown` otherwise; nothing at all is `no`. */
export function anyOf(truths: Iterable<Truth>): Truth {
  let answer: Truth = 'no';
  for (const truth of truths) {
    if (truth === 'yes') return 'yes';
    if (truth === 'unknown') answer = 'unknown';
  }
  return answer;
}

/** `yes` where one of the two is, `no` where neither is. */
export function either(one: Truth, other: Truth): Truth {
  if (one === 'yes' || other === 'yes') return 'yes';
  return one === 'unknown' ? one : other;
}

/** The opposite; of what is unknown it is unknown too. */
export function opposite(truth: Truth): Truth {
  if (truth === 'unknown') return 'unknown';
  return truth === 'yes' ? 'no' : 'yes';
}

/** `yes` or `no`. */
export function known(condition: boolean): Truth {
  return condition ? 'yes' : 'no';
}
