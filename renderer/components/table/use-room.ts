import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** The width in pixels that an element has when it first appears; null until it is measured. */
export function useRoom(): readonly [RefObject<HTMLDivElement | null>, number | null] {
  const ref = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<number | null>(null);
  useLayoutEffect(() => {
    if (ref.current !== null) setRoom(ref.current.clientWidth);
  }, []);
  return [ref, room];
}
