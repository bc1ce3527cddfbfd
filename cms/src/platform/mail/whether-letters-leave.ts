/** Whether letters leave, for who is about to promise one to somebody who may not know why they do not. */

let readHeld: () => boolean = () => false;

/** Says from where it is read: the sender of this process, which starts once the server listens. */
export function reportHeldBy(read: () => boolean): void {
  readHeld = read;
}

/** No letter leaves now: there is no server for them, or it refuses. */
export const lettersAreHeld = (): boolean => readHeld();
