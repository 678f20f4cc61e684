//! Reads messages, lets the service answer them, and goes on whatever happens.

use std::any::Any;
use std::future::Future;
use std::io::BufRead;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use tokio::runtime::Handle;
use tower_lsp::jsonrpc::{Error, Id, Request, Response};
use tower_service::Service;

use super::Outbox;
use super::frame::{self, Frame};

/// How a conversation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The editor asked for the end first, as the protocol wants it: exit status 0.
    Orderly,
    /// The editor went, or sent `exit`, without asking for the end: exit status 1.
    Abrupt,
}

type Answer = Pin<Box<dyn Future<Output = Option<Response>> + Send>>;

/// Reads messages until the editor says `exit` or closes the stream.
///
/// A handler runs up to its first wait before the next message is read: what handlers do first, they
/// do in the order of the messages.
pub fn serve<S>(
    mut reader: impl BufRead,
    outbox: &Outbox,
    runtime: &Handle,
    mut service: S,
    inspect: impl Fn(&Request),
) -> Ending
where
    S: Service<Request, Response = Option<Response>>,
    S::Future: Send + 'static,
{
    let mut ending = Ending::Abrupt;
    loop {
        let request = match frame::read(&mut reader) {
            Ok(Frame::Body(body)) => match read_request(&body) {
                Ok(Some(request)) => request,
                Ok(None) => continue,
                Err(answer) => {
                    outbox.send(&answer);
                    continue;
                }
            },
            Ok(Frame::Garbage(_)) => {
                outbox.send(&Response::from_error(Id::Null, Error::parse_error()));
                continue;
            }
            Ok(Frame::End) | Err(_) => return ending,
        };
        inspect(&request);
        let (shuts_down, exits) = (request.method() == "shutdown", request.method() == "exit");
        answer(&mut service, request, outbox, runtime);
        if shuts_down {
            ending = Ending::Orderly;
        }
        if exits {
            return ending;
        }
    }
}

/// A request or notification; nothing for an answer to a request of ours, since none is waited for.
fn read_request(body: &[u8]) -> Result<Option<Request>, Response> {
    // A message without a method is read as a request whose method is empty.
    if let Ok(request) = serde_json::from_slice::<Request>(body)
        && !request.method().is_empty()
    {
        return Ok(Some(request));
    }
    match serde_json::from_slice::<serde_json::Value>(body) {
        Err(_) => Err(Response::from_error(Id::Null, Error::parse_error())),
        Ok(value) if value.get("result").is_some() || value.get("error").is_some() => Ok(None),
        Ok(value) => {
            let id = value.get("id").and_then(|id| serde_json::from_value(id.clone()).ok());
            Err(Response::from_error(id.unwrap_or(Id::Null), Error::invalid_request()))
        }
    }
}

fn answer<S>(service: &mut S, request: Request, outbox: &Outbox, runtime: &Handle)
where
    S: Service<Request, Response = Option<Response>>,
    S::Future: Send + 'static,
{
    let id = request.id().cloned();
    let Ok(future) = catch_unwind(AssertUnwindSafe(|| service.call(request))) else {
        return send(outbox, internal_error(id));
    };
    let mut future: Answer =
        Box::pin(Guarded { id, inner: Box::pin(async { future.await.ok().flatten() }) });
    // A first poll here and now, not on the runtime, keeps the order. Whoever waits is polled again
    // on the runtime and registers its waker then.
    match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(response) => send(outbox, response),
        Poll::Pending => {
            let outbox = outbox.clone();
            runtime.spawn(async move { send(&outbox, future.await) });
        }
    }
}

fn send(outbox: &Outbox, response: Option<Response>) {
    if let Some(response) = response {
        outbox.send(&response);
    }
}

fn internal_error(id: Option<Id>) -> Option<Response> {
    id.map(|id| Response::from_error(id, Error::internal_error()))
}

/// Answers with an internal error where the handler panics.
struct Guarded {
    id: Option<Id>,
    inner: Answer,
}

impl Future for Guarded {
    type Output = Option<Response>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let polled: Result<_, Box<dyn Any + Send>> =
            catch_unwind(AssertUnwindSafe(|| self.inner.as_mut().poll(context)));
        polled.unwrap_or_else(|_| Poll::Ready(internal_error(self.id.take())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;
    use std::convert::Infallible;

    /// Answers with the method's name; panics where that asks for it.
    struct Echo;

    impl Service<Request> for Echo {
        type Response = Option<Response>;
        type Error = Infallible;
        type Future = Pin<Box<dyn Future<Output = Result<Option<Response>, Infallible>> + Send>>;

        fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
            Poll::Ready(Ok(()))
        }

        fn call(&mut self, request: Request) -> Self::Future {
            let (method, id, _) = request.into_parts();
            assert!(method != "panic in call", "on purpose");
            Box::pin(async move {
                assert!(method != "panic in poll", "on purpose");
                Ok(id.map(|id| Response::from_ok(id, method.into())))
            })
        }
    }

    fn converse(bodies: &[&str]) -> (Ending, String) {
        let mut wire = Vec::new();
        for body in bodies {
            frame::write(&mut wire, body.as_bytes()).unwrap();
        }
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let outbox = Outbox::default();
        let ending = serve(wire.as_slice(), &outbox, runtime.handle(), Echo, |_| ());
        outbox.close();
        let mut answers = Vec::new();
        outbox.write_to(&mut answers).unwrap();
        let answers = String::from_utf8(answers).unwrap().replace("\r\n\r\n", " ");
        (ending, answers.replace("Content", "\nContent"))
    }

    #[test]
    fn whatever_is_sent_the_next_request_is_answered() {
        let (_, answers) = converse(&[
            "no JSON",
            "\u{0}",
            "[]",
            "{\"id\":7}",
            r#"{"jsonrpc":"2.0","id":"obelus-0","result":null}"#,
            r#"{"jsonrpc":"2.0","id":1,"method":"panic in call"}"#,
            r#"{"jsonrpc":"2.0","id":2,"method":"panic in poll"}"#,
            r#"{"jsonrpc":"2.0","method":"panic in poll"}"#,
            r#"{"jsonrpc":"2.0","id":3,"method":"fine"}"#,
        ]);
        expect![[r#"

            Content-Length: 75 {"jsonrpc":"2.0","error":{"code":-32700,"message":"Parse error"},"id":null}
            Content-Length: 75 {"jsonrpc":"2.0","error":{"code":-32700,"message":"Parse error"},"id":null}
            Content-Length: 79 {"jsonrpc":"2.0","error":{"code":-32600,"message":"Invalid request"},"id":null}
            Content-Length: 76 {"jsonrpc":"2.0","error":{"code":-32600,"message":"Invalid request"},"id":7}
            Content-Length: 75 {"jsonrpc":"2.0","error":{"code":-32603,"message":"Internal error"},"id":1}
            Content-Length: 75 {"jsonrpc":"2.0","error":{"code":-32603,"message":"Internal error"},"id":2}
            Content-Length: 40 {"jsonrpc":"2.0","result":"fine","id":3}"#]]
        .assert_eq(&answers);
    }

    #[test]
    fn only_who_asks_for_the_end_ends_in_order() {
        let shutdown = r#"{"jsonrpc":"2.0","id":1,"method":"shutdown"}"#;
        let exit = r#"{"jsonrpc":"2.0","method":"exit"}"#;
        assert_eq!(converse(&[shutdown, exit]).0, Ending::Orderly);
        assert_eq!(converse(&[exit, shutdown]).0, Ending::Abrupt);
        assert_eq!(converse(&[]).0, Ending::Abrupt);
    }
}
