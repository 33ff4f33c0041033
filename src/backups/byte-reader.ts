/** A stream of bytes, taken in the lengths the reader asks for. */
export class ByteReader {
  private readonly chunks: AsyncIterator<Uint8Array>;
  private left: Buffer = Buffer.alloc(0);

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.chunks = bytes[Symbol.asyncIterator]();
  }

  /** Exactly `length` bytes. @throws EndedEarly */
  async take(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of this.pass(length)) parts.push(part);
    return Buffer.concat(parts);
  }

  /** The next `length` bytes as they come, never all at once. @throws EndedEarly */
  async *pass(length: number): AsyncGenerator<Buffer> {
    for (let wanted = length; wanted > 0;) {
      if (this.left.length === 0 && !(await this.more())) throw new EndedEarly();
      const part = this.left.subarray(0, wanted);
      this.left = this.left.subarray(part.length);
      wanted -= part.length;
      yield part;
    }
  }

  async atEnd(): Promise<boolean> {
    while (this.left.length === 0) if (!(await this.more())) return true;
    return false;
  }

  /** Lets go of the stream, read to its end or not. */
  async close(): Promise<void> {
    await this.chunks.return?.();
  }

  private async more(): Promise<boolean> {
    const next = await this.chunks.next();
    if (next.done) return false;
    const { buffer, byteOffset, byteLength } = next.value;
    this.left = Buffer.from(buffer, byteOffset, byteLength);
    return true;
  }
}

class EndedEarly extends Error {
  constructor() {
    super('tệp bị cụt');
  }
}
