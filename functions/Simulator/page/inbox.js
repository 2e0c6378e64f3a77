// What the hotline does of its own accord, asked for now and then: texts that came, and phones that ring.
const pause = 1500;

export function start(show) {
  let next = 0;
  const look = async () => {
    if (!document.hidden)
      try {
        const response = await fetch(`/simulator/inbox?since=${next}`);
        const news = await response.json();
        next = news.next;
        show(news);
      } catch {
        // Whoever writes or calls is told that the gateway is away.
      }
    setTimeout(look, pause);
  };
  look();
}
