declare module 'yazl' {
  /** As much of it as makes a file for a test. */
  export class ZipFile {
    outputStream: NodeJS.ReadableStream
    addBuffer(buffer: Buffer, path: string): void
    end(): void
  }
}
