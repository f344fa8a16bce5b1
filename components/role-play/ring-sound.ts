/** The two sounds of the telephone, made with WebAudio; silent where the browser has none or the learner has not asked for sound. */

let context: AudioContext | null = null

/** Call it from a press of the learner: browsers let a page sound only then. */
export function unlockSound() {
  if (typeof AudioContext === 'undefined') return
  context ??= new AudioContext()
  void context.resume()
}

function tone(frequencies: number[], startsIn: number, seconds: number, volume: number) {
  if (!context) return
  const from = context.currentTime + startsIn
  const gain = context.createGain()
  gain.gain.setValueAtTime(0, from)
  gain.gain.linearRampToValueAtTime(volume, from + 0.02)
  gain.gain.setValueAtTime(volume, from + seconds - 0.04)
  gain.gain.linearRampToValueAtTime(0, from + seconds)
  gain.connect(context.destination)
  for (const frequency of frequencies) {
    const oscillator = context.createOscillator()
    oscillator.frequency.value = frequency
    oscillator.connect(gain)
    oscillator.start(from)
    oscillator.stop(from + seconds)
  }
}

/** One ring of a desk telephone: two tones in turn for a second. */
export function soundRing() {
  for (let beat = 0; beat < 10; beat++) tone([beat % 2 === 0 ? 880 : 1109], beat * 0.1, 0.1, 0.06)
}
/** The other side has hung up: 450 Hz, on and off. */
export function soundLineClosed() {
  for (let beat = 0; beat < 3; beat++) tone([450], beat * 0.7, 0.35, 0.06)
}
