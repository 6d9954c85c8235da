class PeopleController < ApplicationController
  def login
    return redirect_to('/login') unless params[:name] == 'ann' && params[:password] == 'tulip'

    session[:name] = 'ann'
    redirect_to '/'
  end

  def authorize
    return redirect_to('/login') unless session[:name] == 'ann'

    redirect_to "#{params[:redirect_uri]}?#{{ code: Site.make(:code), state: params[:state] }.to_query}"
  end

  def token
    status, body = Site.people_token(request.request_parameters)
    response.headers['Cache-Control'] = 'no-store'
    render json: body, status: status
  end
end
