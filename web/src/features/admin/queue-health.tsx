export function QueueHealth() {
  return null;
}
